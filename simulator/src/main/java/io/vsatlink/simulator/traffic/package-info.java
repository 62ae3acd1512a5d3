/**
 * The response time and the load limits of the vendor. {@link io.vsatlink.simulator.traffic.Quota} refuses calls that
 * come too fast, {@link io.vsatlink.simulator.traffic.Latency} determines the response time of a page, {@link
 * io.vsatlink.simulator.traffic.Visit} handles one call from its arrival to its end. A {@link
 * io.vsatlink.simulator.traffic.Platform} is one of the vendor's systems.
 */
package io.vsatlink.simulator.traffic;
