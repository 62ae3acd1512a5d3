/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

import java.io.IOException;
import java.io.OutputStream;

/** An answer to be. */
public interface Reply {
    /** How long to wait before it is written, 0 for at once. */
    long waitMillis();

    /**
     * Writes head and body; false if the connection must end with it. An IOException drops the connection as it is, and with
     * it whatever was not flushed.
     */
    boolean writeTo(OutputStream out) throws IOException;
}
