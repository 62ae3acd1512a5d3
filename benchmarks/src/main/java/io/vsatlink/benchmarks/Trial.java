/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

/**
 * One run of one contender.
 *
 * @param good whether it ended with the content that it has to; a trial that did not is void
 */
record Trial(String contender, int round, Measured measured, Content content, boolean good) {}
