/**
 * Selects the calls to which faults are applied.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.faults.rule.FaultRules} holds the rules, and counts the calls that each applied
 *       to.
 *   <li>{@link io.vsatlink.simulator.faults.rule.FaultRule} is one rule: which calls ({@link
 *       io.vsatlink.simulator.faults.rule.Aim}), how many, which fault, and whether only {@link
 *       io.vsatlink.simulator.faults.rule.Afterwards}. It lists the kinds of faults in the order in which they are
 *       applied.
 * </ol>
 */
package io.vsatlink.simulator.faults.rule;
