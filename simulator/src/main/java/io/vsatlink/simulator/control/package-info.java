/**
 * The control endpoint for tests, under {@code /control/}. It requires no login, is not affected by faults and does not
 * appear in the call log. The README of this module shows every request.
 */
package io.vsatlink.simulator.control;
