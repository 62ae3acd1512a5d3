/**
 * The login of all connectors.
 *
 * <ol>
 *   <li>{@link io.vsatlink.kit.connection.ConnectionGate} gets the address and the credentials, and creates the client.
 *   <li>It logs in automatically, or waits for a person, as its {@link io.vsatlink.kit.connection.ConnectionRules} define. A
 *       refused login is remembered across restarts and not retried: vendors lock accounts for that.
 *   <li>Callers take the client from the gate for each call, and report its outcome, which may end the login.
 *   <li>A {@link io.vsatlink.kit.connection.Connection}, a state and its sentence, says at all times how it is.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.kit.connection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
