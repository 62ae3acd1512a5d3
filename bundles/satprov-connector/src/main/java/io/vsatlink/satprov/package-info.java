/**
 * You are here: the connector to the Satellite Provisioning Platform.
 *
 * <ol>
 *   <li>{@link io.vsatlink.satprov.SatprovConnector} wires one element for each configuration; {@code SatprovConfig}
 *       defines its settings, {@code poll.SatprovSettings} has them in the form that its parts need.
 *   <li>The kit runs it: {@link io.vsatlink.kit.runtime.ElementRuntime} has its threads, and
 *       {@link io.vsatlink.kit.connection.ConnectionGate} decides whether the vendor may be called at all; {@code login} has the
 *       words for that.
 *   <li>{@code poll} queues and polls datasets that are due: its package-info has the steps.
 *   <li>{@code remote} has the vendor profile that comes with the bundle.
 *   <li>{@code management} and {@code command} show the element to JMX and the shell.
 * </ol>
 */
package io.vsatlink.satprov;
