/** The topics and properties of our EventAdmin events. Events are hints only: the store is the truth. */
@Export
@Version("1.1.0")
package io.vsatlink.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
