/**
 * Deterministic randomness. Every random-looking choice of the simulator is a pure function of a seed and an index, so
 * that each row can be generated at any time and in any order, without storing the others.
 */
package io.vsatlink.simulator.chance;
