/**
 * Reading what the vendor lists, until it is sure what that is.
 *
 * <ol>
 *   <li>{@link io.vsatlink.kit.sync.ListedPages} has the pages of a listing; {@link io.vsatlink.kit.sync.RowMapper} makes rows
 *       of them as their bytes arrive.
 *   <li>{@code PageFetcher} reads the pages that a {@code ListingWalk} gives it, several at a time once the first one has told
 *       the total; {@code PagesInFlight} are bounded in number and bytes. A {@link io.vsatlink.kit.sync.SyncListener} is told.
 *   <li>{@code PassTally} writes each page, sets bad rows aside and counts.
 *   <li>{@link io.vsatlink.kit.sync.Sync} takes another pass where rows shifted meanwhile, and where rows are missing: one pass
 *       alone can't tell a row that is gone from one that moved between two pages. What differs from listing to listing is in
 *       its {@link io.vsatlink.kit.sync.SyncRules}.
 *   <li>{@link io.vsatlink.kit.sync.FieldMemory} notices a field that the vendor no longer returns.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.kit.sync;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
