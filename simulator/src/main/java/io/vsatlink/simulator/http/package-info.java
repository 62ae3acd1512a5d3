/**
 * You are here: one HTTP call. {@link io.vsatlink.simulator.http.Call} is what handlers see of it, {@link
 * io.vsatlink.simulator.http.Answer} is what goes back and what faults bend, {@link io.vsatlink.simulator.http.CallLog}
 * what is remembered — never a credential.
 */
package io.vsatlink.simulator.http;
