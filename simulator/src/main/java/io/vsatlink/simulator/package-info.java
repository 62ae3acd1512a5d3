/**
 * You are here: the vendor, as a program of its own. It shares no class with the product, so that one mistake cannot hide
 * on both sides of the wire.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.Simulator} reads the {@link io.vsatlink.simulator.Options} and starts the server.
 *   <li>{@code tls} makes the socket if it shall speak https; {@code wire} speaks HTTP over it.
 *   <li>{@link io.vsatlink.simulator.VendorServer} takes calls from the wire: {@code /control/} goes to the test bench's
 *       side, all else to the {@link io.vsatlink.simulator.traffic.Platform} that serves it, through fault rules and into
 *       its call log.
 *   <li>{@code provisioning} answers from {@code inventory}, which is {@code network} plus what changed since.
 *   <li>{@code etms} lets {@code apigee} look at a call, and answers from {@code tickets}, which began as a function of
 *       {@code network} too.
 * </ol>
 */
package io.vsatlink.simulator;
