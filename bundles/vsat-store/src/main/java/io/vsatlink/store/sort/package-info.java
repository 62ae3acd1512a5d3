/**
 * Rows brought into the order of their keys in little memory, whatever their number.
 *
 * <ol>
 *   <li>Rows come in any order and are kept as bytes in a buffer.
 *   <li>A full buffer is sorted and appended to a temporary file as a run. Rows that fit into one buffer need no file.
 *   <li>The runs are merged as the rows are asked for; closing the sorter removes the file.
 * </ol>
 */
package io.vsatlink.store.sort;
