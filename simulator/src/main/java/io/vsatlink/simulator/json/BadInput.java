/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.json;

/** What a caller sent cannot be used; the message is one sentence for that caller. */
public final class BadInput extends RuntimeException {
    public BadInput(String message) {
        super(message);
    }
}
