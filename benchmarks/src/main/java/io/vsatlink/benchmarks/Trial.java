/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

/**
 * One run of one contender.
 *
 * @param good whether it produced the expected content; otherwise the trial is void
 */
record Trial(String contender, int round, Measured measured, Content content, boolean good) {}
