/**
 * Receives and answers calls on the host's HTTP service without a thread that waits for a slow client, and without an
 * exception for invalid input. The settings of the HTTP service remain those of the host.
 */
@Export
@Version("0.1.0")
package io.vsatlink.access.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
