/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

/** The database is being opened for the first time since the start. This is not an error; it soon opens or has a reason. */
public final class StoreOpeningException extends StoreException {
    private static final long serialVersionUID = 1L;

    public StoreOpeningException(String message) {
        super(message);
    }
}
