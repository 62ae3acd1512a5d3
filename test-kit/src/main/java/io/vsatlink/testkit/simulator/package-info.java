/** The simulator as a separate process. The system property {@code simulator.jar} is its path. */
package io.vsatlink.testkit.simulator;
