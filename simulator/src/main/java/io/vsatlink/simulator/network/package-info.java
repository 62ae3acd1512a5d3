/**
 * You are here: the made-up VSAT network. Any row is a pure function of the seed, the sizes and its place in the list.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.network.Sizes}: how many rows each dataset has for so many circuits.
 *   <li>{@link io.vsatlink.simulator.network.Links}: which row belongs to which, by arithmetic on row numbers.
 *   <li>{@link io.vsatlink.simulator.network.Facts}: what several datasets must agree on (a circuit's host name, a site).
 *   <li>One {@link io.vsatlink.simulator.network.RowMaker} a dataset writes the fields of the n-th row.
 *   <li>{@link io.vsatlink.simulator.network.Dataset} lists them, in key order or shuffled, and finds a row by its key.
 *   <li>{@link io.vsatlink.simulator.network.Untidy} makes rows as untidy as real ones: nulls, gaps, unknown fields.
 *   <li>{@link io.vsatlink.simulator.network.Network} names the eight, and makes the tickets about them.
 * </ol>
 */
package io.vsatlink.simulator.network;
