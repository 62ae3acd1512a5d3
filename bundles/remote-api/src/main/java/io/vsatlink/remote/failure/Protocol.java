/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.failure;

import java.util.OptionalInt;

/** The answer is not what was agreed: no JSON, half of it, no items, or beyond a limit. */
public final class Protocol extends VendorException {

    public Protocol(String message, String correlation, OptionalInt status, Throwable cause) {
        super(message, correlation, status, "", cause);
    }
}
