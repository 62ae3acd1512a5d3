/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.io.IOException;

/** An exchange that brought no whole answer; the message is a sentence fragment for a person. */
public final class ExchangeException extends IOException {

    /** What is to be expected of another try. */
    public enum Kind {
        /** may pass by itself */
        PASSING,
        /** stays until a person changes something */
        LASTING,
        /** what came is not what HTTP, or our limits, allow */
        BROKEN
    }

    private final Kind kind;

    ExchangeException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
