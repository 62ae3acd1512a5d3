/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

/** Somebody is not let in. The message is a sentence for them. */
public final class LoginRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final long retryAfterSeconds;

    /**
     * @param status of HTTP: 401, 403, 429 or 503
     * @param retryAfterSeconds when it is worth another try; 0 for nothing to say
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
