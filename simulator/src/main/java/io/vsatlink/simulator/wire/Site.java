/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

/** Answers the requests of a server. Called by many threads. */
@FunctionalInterface
public interface Site {
    /** Accepts a request without delay; the answer may be written later. */
    Reply take(Request request);
}
