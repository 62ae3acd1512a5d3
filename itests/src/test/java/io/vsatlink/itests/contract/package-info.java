/**
 * You are here: what is assumed of the vendor's APIs stands in three places, and these tests hold them together.
 *
 * <ol>
 *   <li>{@link io.vsatlink.itests.contract.Differences} compares the OpenAPI document with the vendor profile and our
 *       datasets.
 *   <li>{@link io.vsatlink.itests.contract.SimulatorContractTest} reads the simulator with nothing but the document;
 *       {@link io.vsatlink.itests.contract.EtmsContractTest} and {@link
 *       io.vsatlink.itests.contract.EtmsRefusalsContractTest} do so with ETMS.
 *   <li>{@link io.vsatlink.itests.contract.PrismIT} lets a third party's tool judge: between connector and simulator,
 *       and in the simulator's place; {@link io.vsatlink.itests.contract.EtmsPrismIT} over a round of all calls of ETMS.
 * </ol>
 */
package io.vsatlink.itests.contract;
