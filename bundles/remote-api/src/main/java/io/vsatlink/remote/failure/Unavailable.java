/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.failure;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** A temporary failure: no connection, a timeout, a truncated body, HTTP 408, 429 or 5xx. */
public final class Unavailable extends VendorException {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Duration retryAfter;
    private final boolean paced;

    public Unavailable(String message, String correlation, OptionalInt status, Throwable cause) {
        super(message, correlation, status, "", cause);
        this.retryAfter = null;
        this.paced = false;
    }

    /**
     * @param retryAfter how long the vendor asks us to wait; null if it does not
     * @param paced whether the profile requires such calls to be spread over time
     */
    public Unavailable(
            String message, String correlation, OptionalInt status, String code, Duration retryAfter, boolean paced) {
        super(message, correlation, status, code, null);
        this.retryAfter = retryAfter;
        this.paced = paced;
    }

    /** Whether the vendor reports too many requests. */
    public boolean throttled() {
        return paced || status().orElse(0) == TOO_MANY_REQUESTS;
    }

    /** Whether the profile requires such calls to be spread over time. */
    public boolean paced() {
        return paced;
    }

    /** How long the vendor asks us to wait; empty if it does not, or not in a format that we know. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
