/**
 * The shell commands that cover all elements, and the base classes of the commands of every bundle. Without a shell in
 * the host, this package is never loaded.
 */
@Export
@Version("0.1.0")
package io.vsatlink.parameters.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
