/** Faults of the body's bytes, independent of its content. */
package io.vsatlink.simulator.faults.body;
