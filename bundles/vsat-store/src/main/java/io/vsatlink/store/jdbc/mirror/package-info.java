/**
 * Tickets are another listing, with followers.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.mirror.JdbcTicketMirror} opens their generations and snapshots as for any listing.
 *   <li>{@link io.vsatlink.store.jdbc.mirror.FollowerTable} stores the position of each follower.
 *   <li>{@code TicketChanges} derives from the versions what has changed since.
 * </ol>
 */
package io.vsatlink.store.jdbc.mirror;
