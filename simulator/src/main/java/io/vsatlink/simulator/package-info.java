/**
 * The simulated vendor, a separate program. It shares no class with the product, so that the same mistake can't be on
 * both sides of a connection.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.Simulator} parses the {@link io.vsatlink.simulator.Options} and starts the server.
 *   <li>{@code tls} creates the socket for https; {@code wire} implements HTTP.
 *   <li>{@link io.vsatlink.simulator.VendorServer} receives calls from {@code wire}. It passes {@code /control/} to the
 *       control endpoint, and every other call through the fault rules to the {@link
 *       io.vsatlink.simulator.traffic.Platform} that serves it, and into that platform's call log.
 *   <li>{@code replay}, instead of all that follows, gives the answers of an HTTP archive.
 *   <li>{@code provisioning} answers from {@code inventory}, which is {@code network} plus the changes since the start.
 *   <li>{@code etms} passes a call through {@code apigee} and answers from {@code tickets}, which are also generated
 *       from {@code network}.
 * </ol>
 */
package io.vsatlink.simulator;
