/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

/** How a poll ended. */
public enum PollOutcome {
    SUCCEEDED,
    HELD,
    FAILED,
    CANCELLED
}
