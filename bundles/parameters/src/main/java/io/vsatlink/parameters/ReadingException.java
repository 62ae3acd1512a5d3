/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

/** A reading or an operation failed. The message states the reason and is complete for a client. */
public final class ReadingException extends Exception {
    private static final long serialVersionUID = 1L;

    ReadingException(String why) {
        super(why);
    }
}
