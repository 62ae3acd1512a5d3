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
 *   <li>{@code jdbc.JdbcVsatStore} has a part for each port. {@code jdbc.generation} writes a generation: it undoes what an
 *       earlier one left, compares each page with what is there and writes the difference, in one transaction a page.
 *   <li>Publishing closes the rows nobody saw and makes the generation current; or it is kept until a person accepts it.
 *   <li>{@code jdbc.snapshot} reads fixed generations, by the index or, where there are many rows, as they lie, with
 *       {@code sort}; {@code HistoryPruning} spares those.
 *   <li>{@code jdbc.outbox}, {@code jdbc.mirror} and {@code jdbc.journal} keep requests, tickets, and the polls that ended.
 * </ol>
 */
package io.vsatlink.store;
