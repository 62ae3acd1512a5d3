/**
 * Closes what Karaf permits to everybody who can log in, regardless of their roles, and what no setting of Karaf can
 * restrict.
 *
 * <ol>
 *   <li>{@link io.vsatlink.guard.Guard} starts before ssh and JMX, and watches for both.
 *   <li>Karaf's ssh server forwards every connection: from outside into the container's network, and to services that
 *       listen on loopback to be unreachable from outside. {@link io.vsatlink.guard.NoForwarding} disables that in each
 *       server.
 *   <li>Karaf checks its rules before an attribute is read or set and before an operation is called, but not before an
 *       MBean is created: with an {@code MLet} every user can make the container load classes from any address. {@link
 *       io.vsatlink.guard.Connectors} finds each JMX connector and places {@link io.vsatlink.guard.ExistingBeans} in
 *       front of it, which refuses the calls that Karaf does not check.
 * </ol>
 *
 * <p>It changes the access to the host. So it is a part of our assembly; on another host only the host's owner installs
 * it.
 */
package io.vsatlink.guard;
