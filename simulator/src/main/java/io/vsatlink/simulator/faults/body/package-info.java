/** You are here: faults of the body's bytes, whatever it says. */
package io.vsatlink.simulator.faults.body;
