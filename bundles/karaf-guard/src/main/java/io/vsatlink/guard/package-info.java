/**
 * What Karaf's doors leave open to everybody who may come in, whatever their roles, and no setting of Karaf closes.
 *
 * <ol>
 *   <li>{@link io.vsatlink.guard.Guard} starts before ssh and JMX do, and watches for both.
 *   <li>Karaf's ssh server forwards every connection: from the outside to the container's network, and to what listens on
 *       loopback because it shall not be reached. {@link io.vsatlink.guard.NoForwarding} has each server refuse that.
 *   <li>Karaf asks its rules before an attribute is read or set and before an operation is called, and never before an MBean
 *       is created: with an {@code MLet} anybody has the container load classes from an address of their own.
 *       {@link io.vsatlink.guard.Connectors} finds each connector of JMX, and {@link io.vsatlink.guard.ExistingBeans} is put
 *       before it, which refuses what Karaf does not ask about.
 * </ol>
 *
 * <p>It changes how the host is reached, so it is part of our assembly; on another host it is installed only by whoever
 * owns that host.
 */
package io.vsatlink.guard;
