/** You are here: faults of the transport. Connections that end too early, lengths that are wrong, bodies that trickle. */
package io.vsatlink.simulator.faults.transport;
