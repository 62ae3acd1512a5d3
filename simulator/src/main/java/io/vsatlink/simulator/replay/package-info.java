/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Another vendor instead of the two that are simulated: one that was recorded, as an HTTP archive (HAR 1.2).
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.replay.HarReader} reads the file and refuses what can't be replayed.
 *   <li>{@link io.vsatlink.simulator.replay.Replay} has the answers by method, path and query, in the order in which they were
 *       recorded.
 *   <li>{@link io.vsatlink.simulator.replay.ReplayPlatform} answers calls with them.
 * </ol>
 */
package io.vsatlink.simulator.replay;
