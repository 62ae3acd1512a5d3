/**
 * What the writer of a generation looks up in memory instead of in the database, at a few bytes a row.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.index.ContentHash} makes 64 bits of a row; {@link
 *       io.vsatlink.store.jdbc.index.ContentIndex} knows which of them the current generation has, so that an unchanged row
 *       costs no statement.
 *   <li>{@link io.vsatlink.store.jdbc.index.RowNumbers} has a bit for each row that was seen: what has none at the end is
 *       missing.
 *   <li>{@link io.vsatlink.store.jdbc.index.KeyHashes} has the keys of the pass, to find those that come twice.
 * </ol>
 */
package io.vsatlink.store.jdbc.index;
