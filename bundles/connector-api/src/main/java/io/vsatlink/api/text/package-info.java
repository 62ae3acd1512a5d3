/** Text that others wrote, and how it is made fit for a person to read. */
@Export
@Version("1.0.0")
package io.vsatlink.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
