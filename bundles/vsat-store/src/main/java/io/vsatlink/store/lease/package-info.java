/**
 * One container at a time writes a database that several can reach.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.lease.Lease#take} makes this run of the store the owner of the duty {@code store}, unless the
 *       lease of another one goes on by the database's clock; then it refuses and names that container.
 *   <li>Where others can reach the database, a thread renews the lease every two seconds.
 *   <li>Every transaction that writes asks first, and keeps the row locked until it ends: so nobody takes over in its midst, and
 *       whoever was taken over from, having stood still past the end of the lease, writes nothing more.
 *   <li>Closing gives the duty back, so that the next one need not wait for the lease to end.
 * </ol>
 *
 * <p>An embedded database is kept from others by its own lock: there the duty is taken at once, and nobody asks or renews.
 */
package io.vsatlink.store.lease;
