/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.failure;

import io.vsatlink.api.text.Printable;
import java.util.OptionalInt;

/**
 * A call that the vendor did not answer as expected. The message is a sentence fragment for a person, to be appended to
 * a description of the action; it contains no secrets, and quotations of the vendor are {@link Printable}.
 */
public abstract sealed class VendorException extends Exception permits Unavailable, Rejected, Protocol, Unauthorized {

    private final String correlation;
    private final int status;
    private final String code;

    VendorException(String message, String correlation, OptionalInt status, String code, Throwable cause) {
        super(Printable.line(message), cause);
        this.code = code;
        this.correlation = correlation;
        this.status = status.orElse(-1);
    }

    /** The full correlation id of the call (the message contains only its start); empty if none was sent. */
    public String correlation() {
        return correlation;
    }

    /** The vendor's error code; empty if the response has none, or the profile has no pointer to it. */
    public String code() {
        return code;
    }

    /** The HTTP status; empty if there was no response. */
    public OptionalInt status() {
        return status < 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
