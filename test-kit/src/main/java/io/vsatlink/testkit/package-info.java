/**
 * Shared by the tests of all modules and the benchmarks. Uses no class of the product, so every module can depend on it.
 *
 * <ol>
 *   <li>{@link io.vsatlink.testkit.Await} waits for a condition, with a limit; {@link io.vsatlink.testkit.MovableClock}
 *       replaces waiting.
 *   <li>{@link io.vsatlink.testkit.felix} and {@link io.vsatlink.testkit.karaf} start the hosts that the bundles run in.
 *   <li>{@link io.vsatlink.testkit.Bean} reads and sets the parameters of an element in such a host.
 *   <li>{@link io.vsatlink.testkit.simulator} starts the simulator of the remote APIs; {@link io.vsatlink.testkit.http}
 *       sends responses that the test writes byte by byte.
 * </ol>
 */
package io.vsatlink.testkit;
