/**
 * You are here: what can go wrong between the vendor and its clients, on demand.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.faults.FaultRules} holds the rules and says which one, if any, meets a call.
 *   <li>{@link io.vsatlink.simulator.faults.FaultRule} is one rule: which calls, how many, what happens.
 *   <li>Each kind of {@link io.vsatlink.simulator.faults.Fault} is one small class; a new kind is a class that reads its
 *       own fields from the rule, and a line in {@link io.vsatlink.simulator.faults.FaultKind}.
 * </ol>
 */
package io.vsatlink.simulator.faults;
