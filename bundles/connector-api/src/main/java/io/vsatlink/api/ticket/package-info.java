/**
 * Tickets of a ticketing platform, and requests to change them: the ports of both ways.
 *
 * <p>All of it is kept by <em>system</em>: host, port, route and user name of the platform, in one text. Elements that
 * agree in these share what is stored.
 *
 * <p>From the platform to us:
 *
 * <ol>
 *   <li>A frontend polls all {@link io.vsatlink.api.ticket.Ticket}s into the next generation of the
 *       {@link io.vsatlink.api.ticket.TicketMirror}. Readers see the last complete poll only.
 *   <li>Each follower of the mirror gets what changed, generation by generation, and says how far it has come; a crash
 *       in between repeats a few changes and loses none.
 *   <li>A {@link io.vsatlink.api.ticket.TicketingSystem} is told of each: by events, or over HTTP.
 * </ol>
 *
 * <p>From us to the platform:
 *
 * <ol>
 *   <li>A {@link io.vsatlink.api.ticket.TicketRequest} comes to a {@link io.vsatlink.api.ticket.TicketingElement}, and
 *       goes into the {@link io.vsatlink.api.ticket.Outbox} in one transaction. The caller has a
 *       {@link io.vsatlink.api.ticket.Receipt} and waits for nobody.
 *   <li>Backends claim what is due: in order for each ticket, several tickets at once.
 *   <li>What was delivered is kept for a while, what the platform refused waits for a person.
 * </ol>
 *
 * <p>The package's test jar holds the contracts that every implementation passes, and implementations in memory.
 */
@Export
@Version("2.0.0")
package io.vsatlink.api.ticket;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
