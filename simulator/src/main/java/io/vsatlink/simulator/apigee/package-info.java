/**
 * An API gateway like Apigee. {@link io.vsatlink.simulator.apigee.Gateway} passes calls on or refuses them: too fast
 * ({@link io.vsatlink.simulator.apigee.SpikeArrest}), too many ({@link io.vsatlink.simulator.apigee.CallQuota}), or
 * without a key, a route or a token ({@link io.vsatlink.simulator.apigee.GatewayPolicy}). {@link
 * io.vsatlink.simulator.apigee.ApigeeFault} defines the error answers.
 */
package io.vsatlink.simulator.apigee;
