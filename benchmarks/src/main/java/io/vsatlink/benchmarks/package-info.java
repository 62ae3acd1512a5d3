/**
 * Benchmarks, relative to hand-written baselines.
 *
 * <ol>
 *   <li>A {@link io.vsatlink.benchmarks.Workload} prepares its vendor and its data, and names its contenders.
 *   <li>Each round runs every contender once, in random order, each in a new process: a
 *       {@link io.vsatlink.benchmarks.Trial}.
 *   <li>A trial with the wrong content is void, and so are its ratios.
 *   <li>A {@link io.vsatlink.benchmarks.Ratio} compares the trials of one round; the result is the median of the rounds,
 *       and their range.
 * </ol>
 */
package io.vsatlink.benchmarks;
