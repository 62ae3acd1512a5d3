/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

/** A reading or an operation failed. The message says why, and is all that a client needs to know. */
public final class ReadingException extends Exception {
    private static final long serialVersionUID = 1L;

    ReadingException(String why) {
        super(why);
    }
}
