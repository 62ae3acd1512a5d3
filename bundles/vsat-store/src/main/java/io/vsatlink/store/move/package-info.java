/**
 * Moves all data from one database to another, for instance from Derby to PostgreSQL or back.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.move.Side} opens a database like the store does, with its lease: nobody else uses either one.
 *   <li>{@link io.vsatlink.store.move.Move} marks the new database as unfinished and empties it, so that a repetition begins anew.
 *   <li>{@code TableCopy} reads each table by a cursor and writes it in chunks, each of which is one transaction.
 *   <li>{@code TableDigest} sums up what was read, by table, and by dataset and generation; then the new database is read, and has to have the
 *       same sums.
 *   <li>Only then is the old database marked as left, and after it the new one as complete. {@link io.vsatlink.store.move.MoveMark}
 *       keeps the store from opening a database that was left or is unfinished.
 * </ol>
 *
 * <p>The setting that names the database is not switched here.
 */
package io.vsatlink.store.move;
