/**
 * You are here: an API gateway as Apigee is one. {@link io.vsatlink.simulator.apigee.Gateway} lets calls through or refuses
 * them: too fast ({@link io.vsatlink.simulator.apigee.SpikeArrest}), too many ({@link
 * io.vsatlink.simulator.apigee.CallQuota}), without a key, a route or a token ({@link
 * io.vsatlink.simulator.apigee.GatewayPolicy}). {@link io.vsatlink.simulator.apigee.ApigeeFault} is how it says so.
 */
package io.vsatlink.simulator.apigee;
