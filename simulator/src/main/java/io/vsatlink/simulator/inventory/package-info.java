/**
 * You are here: the rows as they are now — generated, plus what was changed while running.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.inventory.Overlay} holds the differences only; its size is that of the changes.
 *   <li>{@link io.vsatlink.simulator.inventory.View} reads dataset and overlay together, as a page or as a whole.
 *   <li>{@link io.vsatlink.simulator.inventory.LiveDataset} puts a new overlay in place when rows change; whoever reads
 *       keeps the view with which it began, so one page never mixes two states. Two pages may: that is offset paging.
 *   <li>{@link io.vsatlink.simulator.inventory.Churns} changes rows before each page of them is read.
 * </ol>
 */
package io.vsatlink.simulator.inventory;
