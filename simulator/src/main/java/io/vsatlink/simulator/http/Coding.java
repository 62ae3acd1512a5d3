/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.io.IOException;
import java.io.OutputStream;

/** How a body is compressed, rightly or not. */
@FunctionalInterface
public interface Coding {
    /** Closing the stream that is returned closes the one below. */
    OutputStream over(OutputStream out) throws IOException;
}
