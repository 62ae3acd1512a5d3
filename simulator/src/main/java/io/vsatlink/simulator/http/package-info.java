/**
 * You are here: one HTTP call. {@link io.vsatlink.simulator.http.Call} is what handlers see of it, {@link
 * io.vsatlink.simulator.http.CallLog} what is remembered of it — never a credential.
 */
package io.vsatlink.simulator.http;
