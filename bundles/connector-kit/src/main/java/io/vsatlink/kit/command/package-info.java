/** The shell command of every connector with a vendor profile. The scope is the connector's. */
@Export
@Version("0.1.0")
package io.vsatlink.kit.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
