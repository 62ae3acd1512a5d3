/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

/** What is behind a server. Called by many threads. */
@FunctionalInterface
public interface Site {
    /** Takes a request without delay; the answer may come later. */
    Reply take(Request request);
}
