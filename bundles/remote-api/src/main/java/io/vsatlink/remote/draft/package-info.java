/**
 * Drafts a vendor profile from saved responses, an OpenAPI document, or both. Each guess has a comment that says how
 * certain it is.
 *
 * <ol>
 *   <li>{@link io.vsatlink.remote.draft.sample.Rows} finds the rows of a response, and {@link io.vsatlink.remote.draft.sample.Fields}
 *       the fields in them.
 *   <li>{@link io.vsatlink.remote.draft.column.KeyGuess} and {@link io.vsatlink.remote.draft.column.ColumnsDraft} assign fields to
 *       columns by the likeness of their names and by their values.
 *   <li>{@link io.vsatlink.remote.draft.paging.PageFacts} collects what is known about paging.
 *   <li>{@link io.vsatlink.remote.draft.ProfileDraft} writes the profile. Where nothing is known, a comment says what to
 *       fill in.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.draft;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
