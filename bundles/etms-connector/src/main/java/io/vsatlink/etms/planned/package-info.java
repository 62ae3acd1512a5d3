/**
 * Planned work: windows of time in which new tickets for some circuits wait.
 *
 * <ol>
 *   <li>{@link io.vsatlink.etms.planned.PlannedWork} reads the files that a setting names, again whenever they change.
 *   <li>{@code WindowFile} turns the lines of a file into {@link io.vsatlink.etms.planned.Window}s; {@code WindowTime} reads their times.
 *   <li>{@code CircuitColumns} has what a window may name: the columns of the circuit in the VSAT database.
 * </ol>
 */
package io.vsatlink.etms.planned;
