/**
 * One HTTP call. {@link io.vsatlink.simulator.http.Call} is the view of handlers, {@link
 * io.vsatlink.simulator.http.Answer} is the response, which faults may distort, and {@link
 * io.vsatlink.simulator.http.CallLog} is the record of calls, which never contains credentials.
 */
package io.vsatlink.simulator.http;
