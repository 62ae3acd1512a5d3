/** Faults of the transport: connections that end too early, wrong lengths, and bodies that arrive slowly. */
package io.vsatlink.simulator.faults.transport;
