package io.vsatlink.vendor;

import java.util.OptionalInt;

/** The credentials are refused, or the account is locked: no more calls until a login succeeds. */
public final class Unauthorized extends VendorException {

    Unauthorized(String message, String correlation, OptionalInt status, String code) {
        super(message, correlation, status, code, null);
    }
}
