/**
 * You are here: the connector to the Satellite Provisioning Platform.
 *
 * <ol>
 *   <li>{@link io.vsatlink.satprov.SatprovConnector} wires one element for each configuration; {@code SatprovConfig}
 *       defines its settings, {@code SatprovSettings} is what its parts need of them.
 *   <li>{@code login} decides whether the vendor may be called at all.
 *   <li>{@code poll} queues what is due and polls it: its own page has the steps.
 *   <li>{@code vendor} reads pages and maps items to rows, as the vendor profile says.
 *   <li>{@code management} and {@code command} show the element to JMX and the shell.
 * </ol>
 */
package io.vsatlink.satprov;
