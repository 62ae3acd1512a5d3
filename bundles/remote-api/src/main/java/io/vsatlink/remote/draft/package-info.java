/**
 * A first vendor profile out of answers that somebody saved, and of an OpenAPI document: guesses, each with how sure it is as
 * a comment.
 *
 * <ol>
 *   <li>{@link io.vsatlink.remote.draft.Rows} finds the rows of an answer, and {@link io.vsatlink.remote.draft.Fields} all
 *       places in them.
 *   <li>{@link io.vsatlink.remote.draft.KeyGuess} and {@link io.vsatlink.remote.draft.ColumnGuesses} choose the places of our
 *       columns by {@link io.vsatlink.remote.draft.Likeness} of the names and by what stands there.
 *   <li>{@link io.vsatlink.remote.draft.PageFacts} collects what is known of the pages.
 *   <li>{@link io.vsatlink.remote.draft.ProfileDraft} writes it all down. What nothing shows is a comment that says what to
 *       fill in.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.draft;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
