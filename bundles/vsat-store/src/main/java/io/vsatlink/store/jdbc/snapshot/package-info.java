/**
 * Readers at fixed generations, whatever is published meanwhile.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.snapshot.OpenSnapshots} makes a {@code JdbcSnapshot} and knows it until it is closed,
 *       so that pruning spares its rows.
 *   <li>All rows are read by the index of their keys ({@code RowStream}) or, where there are many, as they lie and then
 *       sorted ({@code SortedRows}); {@link io.vsatlink.store.jdbc.snapshot.ReadingPlan} decides.
 *   <li>{@code PageScan} answers a query with one page of rows, {@link io.vsatlink.store.jdbc.snapshot.VersionHistory}
 *       tells how one row was over time.
 * </ol>
 */
package io.vsatlink.store.jdbc.snapshot;
