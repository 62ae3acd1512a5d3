package io.vsatlink.vendor;

import java.util.OptionalInt;

/** It may pass by itself: no connection, a timeout, a cut body, HTTP 408, 429 or 5xx. */
public final class Unavailable extends VendorException {

    Unavailable(String message, String correlation, OptionalInt status, Throwable cause) {
        super(message, correlation, status, cause);
    }
}
