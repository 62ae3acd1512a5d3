/**
 * A poll, step by step.
 *
 * <ol>
 *   <li>{@link io.vsatlink.satprov.poll.PollQueue} takes datasets that are due or requested, one at a time.
 *   <li>{@link io.vsatlink.satprov.poll.PollCycle} opens the next generation of the dataset;
 *   <li>a {@link io.vsatlink.kit.sync.Sync} reads page after page, the store takes each in one transaction, until it is sure
 *       what there is;
 *   <li>then the generation becomes current, the {@link io.vsatlink.satprov.poll.PollReport} updates the
 *       {@link io.vsatlink.satprov.poll.DatasetPoller}'s row and the journal, success or failure,
 *   <li>and the events follow, after the commit.
 * </ol>
 */
package io.vsatlink.satprov.poll;
