/**
 * You are here: {@code vsat-store}, the local VSAT database behind the ports of {@code io.vsatlink.api.store}.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.StoreComponent} takes the settings; {@code StoreLifecycle} opens the store on a thread
 *       of its own, tries again where it can't, prunes the history, and closes it. {@code LiveStore} is what others
 *       call: it leads to the store that is open, or tells why none is.
 *   <li>{@code dialect} opens the database: Derby embedded, or one behind a DataSource service.
 *   <li>{@code lease} keeps all others out of a database that they can reach, or refuses to open it.
 *   <li>{@code migration} keeps a copy of an older database and brings its schema up to date, or refuses a newer one.
 *   <li>{@code jdbc.JdbcVsatStore} opens a generation: {@code AbandonedGeneration} undoes what an earlier one left.
 *   <li>A page: {@code VersionLookup} finds what is there, {@code PagePlan} decides, {@code VersionTable} writes, in one
 *       transaction. {@code LongTexts} takes what no column does.
 *   <li>Publishing closes the rows nobody saw, then {@code GenerationTable} makes the generation current. Or
 *       {@code HeldTable} keeps it until a person accepts it.
 *   <li>{@code JdbcSnapshot} reads fixed generations, by the index ({@code RowStream}) or, where there are many rows, as
 *       they lie ({@code SortedRows}, with {@code sort}); {@code HistoryPruning} spares those.
 * </ol>
 */
package io.vsatlink.store;
