/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.json;

/** The input of a caller is invalid; the message is one sentence for that caller. */
public final class BadInput extends RuntimeException {
    public BadInput(String message) {
        super(message);
    }
}
