/**
 * You are here: {@code etms-connector}, tickets of the ETMS Platform.
 *
 * <p>{@link io.vsatlink.etms.EtmsConnector} is one element: wiring only. {@code element} is what surfaces see of it.
 * {@code connection} has the calls; the kit's {@link io.vsatlink.kit.connection.ConnectionGate} holds the client and says
 * whether it may be used.
 *
 * <p>A ticket, from ETMS to the platform:
 *
 * <ol>
 *   <li>{@code frontend.Frontend} polls when it is time, if the element has the seat of its system
 *       ({@code FrontendSeats}).
 *   <li>{@code frontend.TicketPoll} has the kit read the whole list into the next generation of the mirror, several
 *       pages at a time, and publishes it. {@code frontend.Statistics} counts it once.
 *   <li>{@code frontend.Follower} hands what changed to each ticketing system, in order, and keeps how far it came.
 *   <li>{@code ticketing.TicketEvents} posts events. {@code ticketing.TmfTicketing} keeps a TMF621 server in step.
 *   <li>{@code frontend.PlatformPoll} asks that server about each ticket that is open there; {@code ticketing.TmfClosings}
 *       makes a request of what was closed.
 * </ol>
 *
 * <p>A request, from the platform to ETMS:
 *
 * <ol>
 *   <li>It comes by an MBean, a command, an event ({@code request.IncomingEvents}), a service
 *       ({@link io.vsatlink.api.ticket.TicketingElement}) or the TMF621 server.
 *   <li>{@code request.RequestDesk} checks it, fills in what {@code CircuitFacts} finds in the VSAT database, and puts it
 *       into the outbox.
 *   <li>{@code request.Backend} claims what is due, in order for each ticket, several tickets at once.
 *   <li>{@code request.Delivery} makes one attempt; what may have arrived before is looked up first. {@code Submission}
 *       makes a ticket and {@code NoteWriting} a note, once; {@code Attempt} counts what is repeated before it leaves.
 *   <li>{@code request.DeliveryPolicy} says what follows from a failure: later, or a person decides. {@code Waits} knows
 *       when it is later.
 * </ol>
 */
package io.vsatlink.etms;
