/**
 * The generated VSAT network. Each row is a pure function of the seed, the sizes and its position in the list.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.network.Sizes}: the number of rows of each dataset for a number of circuits.
 *   <li>{@link io.vsatlink.simulator.network.Links}: the relations between rows, computed from row numbers.
 *   <li>{@link io.vsatlink.simulator.network.Facts}: the values that several datasets share (a circuit's host name, a
 *       site).
 *   <li>One {@link io.vsatlink.simulator.network.RowMaker} per dataset writes the fields of the n-th row.
 *   <li>{@link io.vsatlink.simulator.network.Dataset} lists them, in key order or shuffled, and finds a row by its key.
 *   <li>{@link io.vsatlink.simulator.network.Untidy} adds the irregularities of real data: nulls, missing and unknown
 *       fields.
 *   <li>{@link io.vsatlink.simulator.network.Network} contains the eight datasets, and generates the tickets.
 * </ol>
 */
package io.vsatlink.simulator.network;
