/**
 * The implementation of the ports with JDBC: {@link io.vsatlink.store.jdbc.JdbcVsatStore} has one part for each port.
 * {@code HistoryPruning} and {@code ElementRemoval} concern them all.
 *
 * <ol>
 *   <li>{@code table} has what all parts need: connections and their transactions, the SQL of a listing's table, the conversion
 *       between a row and its columns, and the current generation.
 *   <li>{@code generation} writes the next generation of a listing, page by page, and publishes or holds it; {@code index} is
 *       its working memory.
 *   <li>{@code snapshot} reads fixed generations.
 *   <li>{@code journal} keeps the polls that ended, and the facts that an element remembers.
 *   <li>{@code mirror} adds, for tickets, the changes of a generation and the positions of their followers.
 *   <li>{@code outbox} keeps the requests to ticketing systems.
 * </ol>
 *
 * <p>A row's content is written once, as a <em>version</em>: it belongs to every generation from its {@code first_generation}
 * to its {@code last_generation} (open: {@link Long#MAX_VALUE}). A generation G that is being written adds versions with first
 * = G and closes those they supersede with last = G - 1; neither changes what a reader of G - 1 or older sees. Undoing G
 * reverses both.
 */
package io.vsatlink.store.jdbc;
