/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.failure;

import java.util.OptionalInt;

/** A permanent failure, until a person changes something: HTTP 4xx, a redirect, an untrusted certificate. */
public final class Rejected extends VendorException {

    public Rejected(String message, String correlation, OptionalInt status, String code, Throwable cause) {
        super(message, correlation, status, code, cause);
    }
}
