/**
 * The ports over JDBC.
 *
 * <p>A row's content is written once, as a <em>version</em>: it belongs to every generation from its
 * {@code first_generation} to its {@code last_generation} (open: {@link Long#MAX_VALUE}). Generation G in the making
 * adds versions with first = G and closes those they supersede with last = G - 1; neither changes what a reader of
 * G - 1 or older sees. Undoing G is the same in reverse.
 *
 * <p>All rows of a generation are read by the index of their keys, or, where there are many, as they lie and then sorted
 * ({@link ReadingPlan}).
 */
package io.vsatlink.store.jdbc;
