/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.failure;

import java.util.OptionalInt;

/** The response is not in the agreed format: not JSON, truncated, without items, or larger than a limit. */
public final class Protocol extends VendorException {

    public Protocol(String message, String correlation, OptionalInt status, Throwable cause) {
        super(message, correlation, status, "", cause);
    }
}
