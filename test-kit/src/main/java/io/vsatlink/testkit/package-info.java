/**
 * What the tests of all modules and the benchmarks share. Nothing here uses a class of the product, so every module may test
 * with it.
 *
 * <ol>
 *   <li>{@link io.vsatlink.testkit.Await} waits for a condition, with a limit; {@link io.vsatlink.testkit.MovableClock}
 *       is for what a test need not wait for.
 *   <li>{@link io.vsatlink.testkit.felix} and {@link io.vsatlink.testkit.karaf} start the hosts that the bundles run in.
 *   <li>{@link io.vsatlink.testkit.Bean} reads and sets the parameters of an element in such a host.
 *   <li>{@link io.vsatlink.testkit.simulator} starts the simulator, which answers as the remote APIs do;
 *       {@link io.vsatlink.testkit.http} answers byte for byte what a test writes.
 * </ol>
 */
package io.vsatlink.testkit;
