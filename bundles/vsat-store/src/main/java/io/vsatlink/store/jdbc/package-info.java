/**
 * The ports over JDBC: {@link io.vsatlink.store.jdbc.JdbcVsatStore} has one part for each, and what concerns them all lies
 * beside it: {@code HistoryPruning} and {@code ElementRemoval}.
 *
 * <ol>
 *   <li>{@code table} has what all parts need: connections and their transactions, the SQL of a listing's table, a row
 *       from and to its columns, and which generation is current.
 *   <li>{@code generation} writes the next generation of a listing, page by page, and publishes it or holds it; what it
 *       keeps in memory meanwhile is in {@code index}.
 *   <li>{@code snapshot} reads fixed generations.
 *   <li>{@code journal} keeps the polls that ended, and what an element remembers.
 *   <li>{@code mirror} adds, for tickets, what a generation changed and who was told of it.
 *   <li>{@code outbox} keeps the requests that go the other way.
 * </ol>
 *
 * <p>A row's content is written once, as a <em>version</em>: it belongs to every generation from its
 * {@code first_generation} to its {@code last_generation} (open: {@link Long#MAX_VALUE}). Generation G in the making
 * adds versions with first = G and closes those they supersede with last = G - 1; neither changes what a reader of
 * G - 1 or older sees. Undoing G is the same in reverse.
 */
package io.vsatlink.store.jdbc;
