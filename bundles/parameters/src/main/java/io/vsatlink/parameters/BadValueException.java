/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

/** A value was refused. The message is one sentence that names the parameter, the value and the allowed values. */
public final class BadValueException extends Exception {
    private static final long serialVersionUID = 1L;

    public BadValueException(String sentence) {
        super(sentence);
    }
}
