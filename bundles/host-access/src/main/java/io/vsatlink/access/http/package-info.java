/**
 * How a call on the host's HTTP service is taken and answered: without a thread of the host that waits for a slow client,
 * and without an exception for what a client can send. The service's settings stay the host's.
 */
@Export
@Version("0.1.0")
package io.vsatlink.access.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
