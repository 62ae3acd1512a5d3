/**
 * What the eight provisioning datasets are: their names, their columns, and a row of one.
 *
 * <p>These names are the product's public face. Where the vendor keeps a value is not told here but in the vendor
 * profile; how it is stored is told by {@code vsat-store}.
 */
@Export
@Version("2.0.0")
package io.vsatlink.api.dataset;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
