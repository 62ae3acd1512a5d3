/**
 * You are here: ETMS, the trouble tickets, as its clients see it.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.etms.EtmsPlatform} puts it together, and takes a call from the door to its log.
 *   <li>{@link io.vsatlink.simulator.etms.EtmsApi} lets the gateway ({@code apigee}) look at it, and routes.
 *   <li>{@link io.vsatlink.simulator.etms.TicketCalls} answers from {@code tickets}; {@link
 *       io.vsatlink.simulator.etms.ListRequest}, {@link io.vsatlink.simulator.etms.TicketRequest} and {@link
 *       io.vsatlink.simulator.etms.NoteRequest} are what is asked, checked.
 *   <li>{@link io.vsatlink.simulator.etms.EtmsCalls} counts it by who it was ({@link
 *       io.vsatlink.simulator.etms.Visitor}).
 * </ol>
 */
package io.vsatlink.simulator.etms;
