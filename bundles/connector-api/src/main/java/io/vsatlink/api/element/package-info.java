/** The ports by which configured elements are seen by other bundles. */
@Export
@Version("1.1.0")
package io.vsatlink.api.element;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
