/**
 * You are here: the tickets as they are now, and how they became so.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.tickets.Shelf} has them by number: those of {@code network}, made anew each time, and
 *       those that were written to.
 *   <li>{@link io.vsatlink.simulator.tickets.TicketLists} say which of them belong to which list.
 *   <li>{@link io.vsatlink.simulator.tickets.ActivityLogs} remembers what was done to each, {@link
 *       io.vsatlink.simulator.tickets.Past} makes up what was done before.
 *   <li>{@link io.vsatlink.simulator.tickets.TicketBooks} keeps all this together: whoever reads or writes does it here,
 *       one step at a time, and each write goes into the {@link io.vsatlink.simulator.tickets.WriteLog}.
 *   <li>{@link io.vsatlink.simulator.tickets.ServiceDesk} are the vendor's people, {@link
 *       io.vsatlink.simulator.tickets.DeskRota} says when they work.
 * </ol>
 */
package io.vsatlink.simulator.tickets;
