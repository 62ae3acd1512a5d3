/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.duty;

import io.vsatlink.api.store.StoreException;

/** Nothing was written, because another container has the duty; the message is a sentence that names it. */
public final class ElsewhereException extends StoreException {
    private static final long serialVersionUID = 1L;

    public ElsewhereException(String message) {
        super(message);
    }
}
