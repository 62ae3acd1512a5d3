/**
 * You are here: the vendor, as a program of its own. It shares no class with the product, so that one mistake cannot hide
 * on both sides of the wire.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.Simulator} reads the {@link io.vsatlink.simulator.Options} and starts the server.
 *   <li>{@code tls} makes the socket if it shall speak https; {@code wire} speaks HTTP over it.
 *   <li>{@link io.vsatlink.simulator.VendorServer} takes calls from the wire: {@code /control/} goes to the test bench's
 *       side, all else through quota, latency and fault rules to the vendor's API, and into the call log.
 *   <li>{@code provisioning} answers from {@code inventory}, which is {@code network} plus what changed since.
 * </ol>
 */
package io.vsatlink.simulator;
