/**
 * Tickets of a ticketing platform, and requests to change them: the ports of both ways.
 *
 * <p>Everything is stored by <em>system</em>: host, port, route and user name of the platform, in one text. Elements that
 * agree in these share the stored data.
 *
 * <p>From the platform to us:
 *
 * <ol>
 *   <li>A frontend polls all {@link io.vsatlink.api.ticket.Ticket}s into the next generation of the
 *       {@link io.vsatlink.api.ticket.TicketMirror}. Readers see the last complete poll only.
 *   <li>Each follower of the mirror receives the changes, generation by generation, and confirms its position; a crash
 *       in between repeats a few changes and loses none.
 *   <li>A {@link io.vsatlink.api.ticket.TicketingSystem} receives each change: by events, or over HTTP.
 * </ol>
 *
 * <p>From us to the platform:
 *
 * <ol>
 *   <li>A {@link io.vsatlink.api.ticket.TicketRequest} comes to a {@link io.vsatlink.api.ticket.TicketingElement}, and
 *       goes into the {@link io.vsatlink.api.ticket.Outbox} in one transaction. The caller has a
 *       {@link io.vsatlink.api.ticket.Receipt} and does not wait.
 *   <li>Backends claim due requests: in order for each ticket, several tickets in parallel.
 *   <li>Delivered requests are kept for a while; requests that the platform refused wait for a person.
 * </ol>
 *
 * <p>The package's test jar holds the contracts that every implementation passes, and implementations in memory.
 */
@Export
@Version("2.0.0")
package io.vsatlink.api.ticket;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
