/**
 * You are here: faults of what a page says. {@link io.vsatlink.simulator.faults.content.PageFault} reads the real page,
 * lets each {@link io.vsatlink.simulator.faults.content.PageEdit} of a rule change it, and writes it anew. Answers that are
 * no page stay as they are.
 */
package io.vsatlink.simulator.faults.content;
