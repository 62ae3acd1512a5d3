/** Servers that a test writes itself, for what the simulator does not do. */
package io.vsatlink.testkit.http;
