/** A server scripted by the test, for responses that the simulator does not produce. */
package io.vsatlink.testkit.http;
