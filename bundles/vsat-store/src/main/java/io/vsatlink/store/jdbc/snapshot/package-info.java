/**
 * Readers of fixed generations, unaffected by later publications.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.snapshot.OpenSnapshots} creates a {@code JdbcSnapshot} and records it until it is closed,
 *       so that pruning keeps its rows.
 *   <li>All rows are read through the index of their keys ({@code RowStream}) or, if there are many, in storage order and then
 *       sorted ({@code SortedRows}); {@link io.vsatlink.store.jdbc.snapshot.ReadingPlan} decides.
 *   <li>{@code PageScan} answers a query with one page of rows. {@link io.vsatlink.store.jdbc.snapshot.VersionHistory} returns
 *       the changes of one row over time.
 * </ol>
 */
package io.vsatlink.store.jdbc.snapshot;
