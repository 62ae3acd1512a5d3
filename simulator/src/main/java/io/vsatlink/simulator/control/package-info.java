/**
 * You are here: the test bench's side of the simulator, under {@code /control/}. It needs no login, meets no fault and is
 * not counted among the calls. The README of this module shows every request.
 */
package io.vsatlink.simulator.control;
