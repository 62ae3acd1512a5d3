/**
 * You are here: {@code vsat-store}, the local VSAT database behind the ports of {@code io.vsatlink.api.store}.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.StoreComponent} receives the settings; {@code StoreLifecycle} opens the store on a separate
 *       thread, retries if that fails, prunes the history, and closes it. Others call {@code LiveStore}, which delegates to the
 *       open store or reports why none is open.
 *   <li>{@code dialect} opens the database: Derby embedded, or one behind a DataSource service.
 *   <li>{@code duty} says what this container does of what only one may do, {@code fleet} in what the settings of containers differ.
 *   <li>{@code lease} excludes other containers from a database that they can reach, or refuses to open it.
 *   <li>{@code migration} copies an older database and updates its schema, or refuses a newer one.
 *   <li>{@code jdbc.JdbcVsatStore} has a part for each port. {@code jdbc.generation} writes a generation: it undoes what an
 *       earlier one left, compares each page with the stored rows and writes the differences, in one transaction per page.
 *   <li>Publishing closes the rows that were not seen and makes the generation current; or it is held until a person accepts
 *       it.
 *   <li>{@code jdbc.snapshot} reads fixed generations, through the index or, if there are many rows, in storage order with
 *       {@code sort}; {@code HistoryPruning} keeps those generations.
 *   <li>{@code jdbc.outbox}, {@code jdbc.mirror} and {@code jdbc.journal} keep requests, tickets, and the polls that ended.
 *   <li>{@code move} copies everything to another database, while the store is closed; {@code LiveMove} is how the command asks
 *       for it.
 * </ol>
 */
package io.vsatlink.store;
