/**
 * You are here: what can go wrong between the vendor and its clients, on demand.
 *
 * <ol>
 *   <li>{@code rule} holds the rules and says which one, if any, meets a call.
 *   <li>{@code transport} breaks the connection or the framing, {@code body} the bytes, {@code content} what the rows say,
 *       {@code answer} gives another answer altogether. Most only ask for a {@link
 *       io.vsatlink.simulator.http.Distortion} of the answer that the vendor then gives, so they combine.
 *   <li>A new kind ({@link io.vsatlink.simulator.faults.FaultKind}) is a small class, and a line in the list of its package.
 * </ol>
 */
package io.vsatlink.simulator.faults;
