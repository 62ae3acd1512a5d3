/**
 * Reads a vendor's listing in passes until it is complete.
 *
 * <ol>
 *   <li>{@link io.vsatlink.kit.sync.ListedPages} has the pages of a listing; {@link io.vsatlink.kit.sync.RowMapper} maps them
 *       to rows as their bytes arrive.
 *   <li>{@code PageFetcher} reads the pages that a {@code ListingWalk} selects, several at a time once the first one has reported
 *       the total; {@code PagesInFlight} are bounded in number and bytes. A {@link io.vsatlink.kit.sync.SyncListener} is notified.
 *   <li>{@code PassTally} writes each page, sets bad rows aside and counts.
 *   <li>{@link io.vsatlink.kit.sync.Sync} makes another pass if rows shifted in the meantime or are missing: one pass
 *       alone can't distinguish a removed row from one that moved between two pages. The differences between listings are in
 *       {@link io.vsatlink.kit.sync.SyncRules}.
 *   <li>{@link io.vsatlink.kit.sync.FieldMemory} notices a field that the vendor no longer returns.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.kit.sync;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
