/**
 * You are here: which calls meet which fault.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.faults.rule.FaultRules} holds the rules, and counts for each the calls it met.
 *   <li>{@link io.vsatlink.simulator.faults.rule.FaultRule} is one rule: which calls ({@link
 *       io.vsatlink.simulator.faults.rule.Aim}), how many, what happens, and whether only {@link
 *       io.vsatlink.simulator.faults.rule.Afterwards}. It lists the kinds of faults there are, in the order in which they
 *       strike.
 * </ol>
 */
package io.vsatlink.simulator.faults.rule;
