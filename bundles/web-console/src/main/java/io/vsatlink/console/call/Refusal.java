/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.call;

/** A call that is not done. The message is a sentence for the person who made it. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final long retryAfterSeconds;

    /** @param status of HTTP */
    public Refusal(int status, String message) {
        this(status, message, 0);
    }

    /** @param retryAfterSeconds when it is worth another try; 0 for nothing to say */
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
