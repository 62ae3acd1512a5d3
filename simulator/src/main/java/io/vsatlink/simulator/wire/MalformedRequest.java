/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

import java.io.IOException;

/** What came is not HTTP as we know it; the connection cannot go on. */
final class MalformedRequest extends IOException {
    MalformedRequest(String message) {
        super(message);
    }
}
