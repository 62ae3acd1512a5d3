/**
 * You are here: chance that is not chance. Every random-looking choice of the simulator is a pure function of a seed and
 * an index, so any row can be made at any time, in any order, without remembering the others.
 */
package io.vsatlink.simulator.chance;
