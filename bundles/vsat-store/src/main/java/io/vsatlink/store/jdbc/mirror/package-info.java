/**
 * Tickets are one more listing, with followers.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.mirror.JdbcTicketMirror} opens their generations and snapshots like any other.
 *   <li>{@link io.vsatlink.store.jdbc.mirror.FollowerTable} keeps how far each follower has come,
 *   <li>and {@code TicketChanges} reads from the versions what changed since.
 * </ol>
 */
package io.vsatlink.store.jdbc.mirror;
