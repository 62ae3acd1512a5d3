/**
 * The shell commands that look at all elements at once, and what the commands of every bundle share. The shell is the
 * host's: without one this package is never loaded.
 */
@Export
@Version("0.1.0")
package io.vsatlink.parameters.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
