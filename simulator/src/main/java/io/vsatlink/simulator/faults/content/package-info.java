/**
 * Faults of a page's content. {@link io.vsatlink.simulator.faults.content.PageFault} parses the real page, applies each
 * {@link io.vsatlink.simulator.faults.content.PageEdit} of a rule, and writes it again. Answers that are not pages stay
 * unchanged.
 */
package io.vsatlink.simulator.faults.content;
