/**
 * Our assumptions about the vendors' APIs are in three places, and these tests keep them consistent.
 *
 * <ol>
 *   <li>{@link io.vsatlink.itests.contract.Differences} compares the OpenAPI document with the vendor profile and our
 *       datasets.
 *   <li>{@link io.vsatlink.itests.contract.SimulatorContractTest} reads the simulator with nothing but the document;
 *       {@link io.vsatlink.itests.contract.EtmsContractTest} and {@link
 *       io.vsatlink.itests.contract.EtmsRefusalsContractTest} do so with ETMS.
 *   <li>{@link io.vsatlink.itests.contract.PrismIT} uses a third-party validator between connector and simulator, and in
 *       place of the simulator; {@link io.vsatlink.itests.contract.EtmsPrismIT} does so for all calls of ETMS.
 * </ol>
 */
package io.vsatlink.itests.contract;
