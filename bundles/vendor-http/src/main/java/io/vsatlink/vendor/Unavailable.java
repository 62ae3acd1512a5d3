package io.vsatlink.vendor;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** It may pass by itself: no connection, a timeout, a cut body, HTTP 408, 429 or 5xx. */
public final class Unavailable extends VendorException {

    private final Duration retryAfter;

    Unavailable(String message, String correlation, OptionalInt status, Throwable cause, Duration retryAfter) {
        super(message, correlation, status, cause);
        this.retryAfter = retryAfter;
    }

    /** How long the vendor asks us to wait, as far as it said so in a way that can be understood. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
