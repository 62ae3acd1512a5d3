/**
 * The ports of the VSAT database.
 *
 * <p>Each dataset of each element has numbered <em>generations</em>. A poll writes into the next one, page by page; one
 * short transaction makes it current. Readers see current generations only. The package's test jar holds the contract
 * that every implementation passes, and an implementation in memory.
 */
@Export
@Version("2.0.0")
package io.vsatlink.api.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
