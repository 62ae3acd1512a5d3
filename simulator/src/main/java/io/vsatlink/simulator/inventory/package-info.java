/**
 * The current rows: the generated ones plus the changes made at run time.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.inventory.Overlay} holds only the differences; its size is proportional to the
 *       number of changes.
 *   <li>{@link io.vsatlink.simulator.inventory.View} combines dataset and overlay, for a page or for all rows.
 *   <li>{@link io.vsatlink.simulator.inventory.LiveDataset} replaces the overlay when rows change. A reader keeps the
 *       view with which it began, so that one page never mixes two states. Two pages may differ in state, as usual with
 *       offset paging.
 *   <li>{@link io.vsatlink.simulator.inventory.Churns} changes rows before each page is read.
 * </ol>
 */
package io.vsatlink.simulator.inventory;
