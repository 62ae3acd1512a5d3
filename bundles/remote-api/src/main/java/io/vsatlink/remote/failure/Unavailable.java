/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.failure;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** It may pass by itself: no connection, a timeout, a cut body, HTTP 408, 429 or 5xx. */
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
     * @param retryAfter how long the vendor asks us to wait; null where it does not
     * @param paced whether the vendor's profile says that such calls are to be spread over time
     */
    public Unavailable(
            String message, String correlation, OptionalInt status, String code, Duration retryAfter, boolean paced) {
        super(message, correlation, status, code, null);
        this.retryAfter = retryAfter;
        this.paced = paced;
    }

    /** Whether the vendor says that it is too much at once. */
    public boolean throttled() {
        return paced || status().orElse(0) == TOO_MANY_REQUESTS;
    }

    /** Whether the vendor's profile says that such calls are to be spread over time. */
    public boolean paced() {
        return paced;
    }

    /** How long the vendor asks us to wait, as far as it said so in a way that can be understood. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
