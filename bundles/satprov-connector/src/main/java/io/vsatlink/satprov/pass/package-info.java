/**
 * Reading what the vendor lists, until it is sure what that is.
 *
 * <ol>
 *   <li>{@link io.vsatlink.satprov.pass.PageFetcher} reads the pages that a {@code ListingWalk} gives it, several at a
 *       time once the first one has told the total; {@link io.vsatlink.satprov.pass.PagesInFlight} are bounded in number
 *       and bytes.
 *   <li>{@link io.vsatlink.satprov.pass.PassTally} writes each page, sets bad rows aside and counts.
 *   <li>{@link io.vsatlink.satprov.pass.Passes} takes another pass where rows shifted meanwhile, and where rows are
 *       missing: one pass alone can't tell a row that is gone from one that moved between two pages.
 *   <li>{@link io.vsatlink.satprov.pass.ColumnMemory} notices a field that the vendor has ceased to tell.
 * </ol>
 */
package io.vsatlink.satprov.pass;
