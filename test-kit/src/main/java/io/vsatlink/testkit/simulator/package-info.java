/** The simulator as a process of its own. The system property {@code simulator.jar} says where it is. */
package io.vsatlink.testkit.simulator;
