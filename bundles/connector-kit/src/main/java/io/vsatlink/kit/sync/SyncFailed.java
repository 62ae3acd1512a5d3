/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.remote.failure.VendorException;
import java.util.Optional;

/** A listing can't be read. The message is the beginning of the poll's Reason. */
public final class SyncFailed extends Exception {
    private static final long serialVersionUID = 1L;

    SyncFailed(String message) {
        super(message);
    }

    SyncFailed(String message, VendorException failure) {
        super(message, failure);
    }

    /** The vendor's failure, if that was the cause. */
    public Optional<VendorException> failure() {
        return Optional.ofNullable((VendorException) getCause());
    }
}
