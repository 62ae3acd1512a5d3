/**
 * What all parts of the store need from the database.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.table.Transactions} provides a connection for one transaction, and checks the lease
 *       before a write. If the answer to a commit is lost, it asks the database whether the change was made.
 *   <li>A {@link io.vsatlink.store.jdbc.table.Slot} is one listing of one owner;
 *       {@link io.vsatlink.store.jdbc.table.DatasetTable} has the SQL of the listing's table.
 *   <li>{@link io.vsatlink.store.jdbc.table.RowCodec} binds a row to the columns and reads it;
 *       {@link io.vsatlink.store.jdbc.table.LongTextTable} has the texts that exceed their columns.
 *   <li>{@link io.vsatlink.store.jdbc.table.GenerationTable} records which generation is current, and which one is being
 *       written.
 * </ol>
 */
package io.vsatlink.store.jdbc.table;
