/**
 * Sorts any number of rows by their keys with little memory.
 *
 * <ol>
 *   <li>Rows are added in any order and kept as bytes in a buffer.
 *   <li>A full buffer is sorted and appended to a temporary file as a run. Rows that fit into one buffer need no file.
 *   <li>The runs are merged while the rows are read; closing the sorter deletes the file.
 * </ol>
 */
package io.vsatlink.store.sort;
