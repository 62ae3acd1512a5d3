/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.call;

/** A call was refused. The message is a sentence for the caller. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final long retryAfterSeconds;

    /** @param status the HTTP status */
    public Refusal(int status, String message) {
        this(status, message, 0);
    }

    /** @param retryAfterSeconds the number of seconds until a retry makes sense; 0 if unknown */
    public Refusal(int status, String message, long retryAfterSeconds) {
        super(message);
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public int status() {
        return status;
    }

    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
