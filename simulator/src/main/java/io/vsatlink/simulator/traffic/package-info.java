/**
 * You are here: how busy and how far away the vendor is. {@link io.vsatlink.simulator.traffic.Quota} refuses calls that come
 * too fast, {@link io.vsatlink.simulator.traffic.Latency} says how long a page takes, {@link
 * io.vsatlink.simulator.traffic.Visit} takes one call from door to door.
 */
package io.vsatlink.simulator.traffic;
