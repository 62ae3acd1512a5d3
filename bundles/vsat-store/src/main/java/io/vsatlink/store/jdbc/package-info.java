/**
 * The ports over JDBC.
 *
 * <p>A row's content is written once, as a <em>version</em>: it belongs to every generation from its
 * {@code first_generation} to its {@code last_generation} (open: {@link Long#MAX_VALUE}). Generation G in the making
 * adds versions with first = G and closes those they supersede with last = G - 1; neither changes what a reader of
 * G - 1 or older sees. Undoing G is the same in reverse.
 */
package io.vsatlink.store.jdbc;
