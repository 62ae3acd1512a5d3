/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

import java.io.IOException;
import java.io.OutputStream;

/** The answer to a request, before it is written. */
public interface Reply {
    /** Returns how long to wait before it is written; 0 for no wait. */
    long waitMillis();

    /**
     * Writes head and body; returns false if the connection must be closed afterwards. An IOException closes the
     * connection at once, and discards bytes that were not flushed.
     */
    boolean writeTo(OutputStream out) throws IOException;
}
