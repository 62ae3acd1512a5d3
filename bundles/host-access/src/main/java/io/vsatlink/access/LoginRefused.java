/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

/** A login was refused. The message is a sentence for the person. */
public final class LoginRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final long retryAfterSeconds;

    /**
     * @param status the HTTP status: 401, 403, 429 or 503
     * @param retryAfterSeconds the number of seconds until a retry makes sense; 0 if unknown
     */
    LoginRefused(int status, String message, long retryAfterSeconds) {
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
