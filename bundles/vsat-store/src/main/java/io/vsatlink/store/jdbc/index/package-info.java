/**
 * What the writer of a generation looks up in memory instead of the database, at a few bytes per row.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.index.ContentHash} computes 64 bits of a row;
 *       {@link io.vsatlink.store.jdbc.index.ContentIndex} contains those of the current generation, so that an unchanged row
 *       needs no statement.
 *   <li>{@link io.vsatlink.store.jdbc.index.RowNumbers} has a bit for each row that was seen: rows without one at the end are
 *       missing.
 *   <li>{@link io.vsatlink.store.jdbc.index.KeyHashes} contains the keys of the pass, to detect duplicates.
 * </ol>
 */
package io.vsatlink.store.jdbc.index;
