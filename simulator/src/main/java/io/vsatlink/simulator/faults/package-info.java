/**
 * The faults that can be requested between the vendor and its clients.
 *
 * <ol>
 *   <li>{@code rule} holds the rules and selects the one, if any, that applies to a call.
 *   <li>{@code transport} breaks the connection or the framing, {@code body} the bytes, {@code content} the content of
 *       rows, {@code answer} replaces the answer. Most of them only request a {@link
 *       io.vsatlink.simulator.http.Distortion} of the vendor's answer, so that they can be combined.
 *   <li>A new kind ({@link io.vsatlink.simulator.faults.FaultKind}) is a small class and an entry in the list of its
 *       package.
 * </ol>
 */
package io.vsatlink.simulator.faults;
