/**
 * The eight provisioning datasets: their names, their columns and their rows.
 *
 * <p>These names are the product's public face. The place of a value in the vendor's JSON is defined in the vendor
 * profile; {@code vsat-store} defines how it is stored.
 */
@Export
@Version("2.0.0")
package io.vsatlink.api.dataset;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
