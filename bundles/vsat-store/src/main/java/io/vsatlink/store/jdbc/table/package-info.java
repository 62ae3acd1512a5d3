/**
 * What all parts of the store need of the database.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.jdbc.table.Transactions} lends a connection for one transaction, and looks at the lease
 *       before a write.
 *   <li>A {@link io.vsatlink.store.jdbc.table.Slot} is one listing of one owner; {@link
 *       io.vsatlink.store.jdbc.table.DatasetTable} has the SQL of the listing's table.
 *   <li>{@link io.vsatlink.store.jdbc.table.RowCodec} binds a row to the columns and reads it again; what no column takes
 *       is in {@link io.vsatlink.store.jdbc.table.LongTextTable}.
 *   <li>{@link io.vsatlink.store.jdbc.table.GenerationTable} says which generation is current, and which is in the making.
 * </ol>
 */
package io.vsatlink.store.jdbc.table;
