/**
 * The current tickets and their history.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.tickets.Shelf} contains them by number: those of {@code network}, generated at
 *       each access, and those that were changed.
 *   <li>{@link io.vsatlink.simulator.tickets.TicketLists} contains the tickets of each list.
 *   <li>{@link io.vsatlink.simulator.tickets.ActivityLogs} contains the activities of each ticket; {@link
 *       io.vsatlink.simulator.tickets.Past} generates those from before the start.
 *   <li>{@link io.vsatlink.simulator.tickets.TicketBooks} combines these. All reads and writes go through it, one at a
 *       time, and each write is added to the {@link io.vsatlink.simulator.tickets.WriteLog}.
 *   <li>{@link io.vsatlink.simulator.tickets.ServiceDesk} acts as the vendor's staff; {@link
 *       io.vsatlink.simulator.tickets.DeskRota} determines when they work.
 * </ol>
 */
package io.vsatlink.simulator.tickets;
