/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.failure;

import java.util.OptionalInt;

/** It will be so again until a person changes something: HTTP 4xx, a redirect, no trust in a certificate. */
public final class Rejected extends VendorException {

    public Rejected(String message, String correlation, OptionalInt status, String code, Throwable cause) {
        super(message, correlation, status, code, cause);
    }
}
