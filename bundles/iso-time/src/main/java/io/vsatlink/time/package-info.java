/**
 * Times as ISO 8601, RFC 3339 and RFC 9557 let them be written. {@link io.vsatlink.time.IsoTime} reads the usual form by
 * itself, every row has one; all others are {@link io.vsatlink.time.IsoForms}'.
 */
@Export
@Version("0.1.0")
package io.vsatlink.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
