/**
 * How fast we are, beside what is least possible.
 *
 * <ol>
 *   <li>A {@link io.vsatlink.benchmarks.Workload} prepares its vendor and its data, and names its contenders.
 *   <li>Each round runs every contender once, in shuffled turns, each in a fresh process: a {@link
 *       io.vsatlink.benchmarks.Trial}.
 *   <li>A trial whose content is not what it has to be is void, and its ratios with it.
 *   <li>A {@link io.vsatlink.benchmarks.Ratio} compares the trials of one round; what is told is the median of the
 *       rounds, and their range.
 * </ol>
 */
package io.vsatlink.benchmarks;
