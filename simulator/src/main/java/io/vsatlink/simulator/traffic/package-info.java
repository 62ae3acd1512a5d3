/**
 * You are here: how busy and how far away the vendor is. {@link io.vsatlink.simulator.traffic.Quota} refuses calls that come
 * too fast, {@link io.vsatlink.simulator.traffic.Latency} says how long a page takes, {@link
 * io.vsatlink.simulator.traffic.Visit} takes one call from door to door. A {@link
 * io.vsatlink.simulator.traffic.Platform} is one of the systems that calls are for.
 */
package io.vsatlink.simulator.traffic;
