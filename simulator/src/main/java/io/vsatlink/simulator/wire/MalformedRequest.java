/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

import java.io.IOException;

/** The input is not supported HTTP; the connection can't continue. */
final class MalformedRequest extends IOException {
    MalformedRequest(String message) {
        super(message);
    }
}
