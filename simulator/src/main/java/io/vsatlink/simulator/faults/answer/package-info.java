/** Faults that replace the real answer. A rule can have only one of these. */
package io.vsatlink.simulator.faults.answer;
