/**
 * Requests to ticketing systems, until they are delivered.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.outbox.JdbcOutbox} accepts a request in one transaction, once for each
 *       {@code externalId} ({@code Acceptance}), hands it out ({@code Claims}) and records what became of it ({@code Outcomes});
 *       {@code OutboxTable} has its SQL, {@code RequestFields} its fields, {@code OutboxTransactions} what is locked.
 *   <li>{@code TicketNames} maps the two names of a ticket to one queue of requests, which are delivered in order.
 *   <li>{@link io.vsatlink.store.jdbc.outbox.OutboxCopy} also keeps the open requests beside the database, one line each
 *       ({@code OutboxLine}, {@code LineEscapes}, {@code KeptFile}); a database that had to be created again gets them from
 *       there.
 * </ol>
 */
package io.vsatlink.store.jdbc.outbox;
