/** How the threads of a bundle end: within five seconds, and before whoever stops it goes on. */
@Export
@Version("0.1.0")
package io.vsatlink.parameters.thread;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
