/**
 * You are here: what can go wrong between the vendor and its clients, on demand.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.faults.FaultRules} holds the rules and says which one, if any, meets a call.
 *   <li>{@link io.vsatlink.simulator.faults.FaultRule} is one rule: which calls ({@link
 *       io.vsatlink.simulator.faults.Aim}), how many, what happens, and whether only {@link
 *       io.vsatlink.simulator.faults.Afterwards}.
 *   <li>{@code transport} breaks the connection or the framing, {@code body} the bytes, {@code content} what the rows say,
 *       {@code answer} gives another answer altogether. Most only ask for a {@link
 *       io.vsatlink.simulator.http.Distortion} of the answer that the vendor then gives, so they combine.
 *   <li>A new kind is a small class, and a line in the list of its package or in {@link
 *       io.vsatlink.simulator.faults.FaultKind}.
 * </ol>
 */
package io.vsatlink.simulator.faults;
