/**
 * Ensures that only one container at a time writes a database that several can reach.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.lease.Lease#take} makes this run of the store the owner of the duty {@code store}, unless
 *       another container's lease is valid by the database's clock; then it fails and names that container.
 *   <li>If others can reach the database, a thread renews the lease every two seconds.
 *   <li>Every transaction that writes first checks the owner and locks its row until it ends: no takeover can happen during the
 *       transaction, and a former owner that was suspended past the end of its lease writes nothing more.
 *   <li>Closing gives the duty back, so that the next owner need not wait for the lease to expire.
 * </ol>
 *
 * <p>An embedded database has its own lock: the duty is taken immediately, and there are no checks or renewals.
 */
package io.vsatlink.store.lease;
