/**
 * The one way to log in.
 *
 * <ol>
 *   <li>{@link io.vsatlink.kit.connection.ConnectionGate} takes where and as whom to log in, and makes the client.
 *   <li>It logs in by itself, or waits for a person, as its {@link io.vsatlink.kit.connection.ConnectionRules} say. What was
 *       refused is remembered beyond a restart and not tried again: a vendor locks accounts for that.
 *   <li>Whoever calls takes the client from the gate each time, and reports what became of the call.
 *   <li>A {@link io.vsatlink.kit.connection.Connection}, a state and its sentence, says at all times how it is.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.kit.connection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
