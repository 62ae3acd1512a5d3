/**
 * Requests to ticketing systems, until they are delivered.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.outbox.JdbcOutbox} accepts a request in one transaction, once for each
 *       {@code externalId}, and hands it out by claims; {@code OutboxTable} has its SQL, {@code RequestFields} its fields.
 *   <li>{@code TicketNames} leads the two names of a ticket to one line of requests, which go out in order.
 *   <li>{@link io.vsatlink.store.jdbc.outbox.OutboxCopy} keeps the open requests beside the database too, a line each
 *       ({@code OutboxLine}, {@code LineEscapes}, {@code KeptFile}); a database that had to be made anew gets them from there.
 * </ol>
 */
package io.vsatlink.store.jdbc.outbox;
