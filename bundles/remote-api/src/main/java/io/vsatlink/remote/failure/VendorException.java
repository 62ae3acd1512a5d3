/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.failure;

import io.vsatlink.api.text.Printable;
import java.util.OptionalInt;

/**
 * The vendor did not give what was asked for. The message is a sentence fragment for a person, to be put after what was
 * being done; it holds no secret, and what it quotes of the vendor is made {@link Printable}.
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

    /** The whole correlation id of the call, of which the message shows the start; empty where none was sent. */
    public String correlation() {
        return correlation;
    }

    /** The vendor's own code for it, as far as its profile tells where that stands; empty where there was none. */
    public String code() {
        return code;
    }

    /** The HTTP status, where there was one. */
    public OptionalInt status() {
        return status < 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
