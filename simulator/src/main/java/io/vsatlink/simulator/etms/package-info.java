/**
 * ETMS, the trouble ticket system, as its clients see it.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.etms.EtmsPlatform} creates the components, and handles a call from its arrival to
 *       its log entry.
 *   <li>{@link io.vsatlink.simulator.etms.EtmsApi} passes the call through the gateway ({@code apigee}) and routes it.
 *   <li>{@link io.vsatlink.simulator.etms.TicketCalls} answers from {@code tickets}; {@link
 *       io.vsatlink.simulator.etms.ListRequest}, {@link io.vsatlink.simulator.etms.TicketRequest} and {@link
 *       io.vsatlink.simulator.etms.NoteRequest} are the validated requests.
 *   <li>{@link io.vsatlink.simulator.etms.EtmsCalls} counts the call by its caller ({@link
 *       io.vsatlink.simulator.etms.Visitor}).
 * </ol>
 */
package io.vsatlink.simulator.etms;
