/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.io.IOException;
import java.io.OutputStream;

/** The compression of a body, valid or invalid. */
@FunctionalInterface
public interface Coding {
    /** Closing the returned stream closes the underlying one. */
    OutputStream over(OutputStream out) throws IOException;
}
