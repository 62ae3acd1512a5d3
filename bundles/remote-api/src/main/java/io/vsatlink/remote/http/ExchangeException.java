/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.io.IOException;

/** An exchange without a complete response; the message is a sentence fragment for people. */
public final class ExchangeException extends IOException {

    /** Whether a retry may succeed. */
    public enum Kind {
        /** temporary */
        PASSING,
        /** permanent until a person changes something */
        LASTING,
        /** the response violates HTTP or our limits */
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
