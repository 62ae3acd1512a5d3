/**
 * You are here: {@code etms-connector}, tickets of the ETMS Platform.
 *
 * <p>{@link io.vsatlink.etms.EtmsConnector} wires one element. {@code element} is the element as seen from outside.
 * {@code connection} contains the calls; the kit's {@link io.vsatlink.kit.connection.ConnectionGate} holds the client and
 * decides whether it may be used.
 *
 * <p>A ticket, from ETMS to the platform:
 *
 * <ol>
 *   <li>{@code frontend.Frontend} polls at intervals, if the element holds the seat of its system ({@code FrontendSeats}).
 *   <li>{@code frontend.TicketPoll} has the kit read the whole list into the next generation of the mirror, several pages at a
 *       time, and publishes it. {@code frontend.Statistics} counts it once.
 *   <li>{@code frontend.Follower} delivers the changes to each ticketing system, in order, and stores its position.
 *   <li>{@code ticketing.TicketEvents} posts events. {@code ticketing.TmfTicketing} updates a TMF621 server.
 *   <li>{@code frontend.PlatformPoll} queries that server about each ticket that is open there; {@code ticketing.TmfClosings}
 *       turns each closed ticket into a request.
 * </ol>
 *
 * <p>A request, from the platform to ETMS:
 *
 * <ol>
 *   <li>It arrives through an MBean, a command, an event ({@code request.IncomingEvents}), a service
 *       ({@link io.vsatlink.api.ticket.TicketingElement}) or the TMF621 server.
 *   <li>{@code request.RequestDesk} checks it, adds what {@code CircuitFacts} finds in the VSAT database, and stores it in the
 *       outbox.
 *   <li>{@code request.Backend} claims the requests that are due, in order for each ticket, several tickets at once.
 *   <li>{@code request.Courier} takes each of them to ETMS, if {@code hygiene.Hygiene} decides that it is sent now.
 *   <li>{@code request.Delivery} makes one attempt; a request that may have arrived before is looked up first.
 *       {@code Submission} creates a ticket and {@code NoteWriting} a note, once; {@code Attempt} counts each repetition before
 *       it is sent.
 *   <li>{@code request.DeliveryPolicy} decides what follows from a failure: a retry, or a block until a person decides.
 *       {@code Waits} holds the time of the retry.
 * </ol>
 */
package io.vsatlink.etms;
