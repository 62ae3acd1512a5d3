/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.pace;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import java.util.Set;

/** What follows from a failed call. This is the only place where that is decided. */
public enum Consequence {
    /** Temporary: retry the same call a few times. */
    RETRY,
    /** A retry now is useless: the data stays unchanged until the next poll. */
    KEEP,
    /** Permanent until a person changes something: no more such calls. */
    STOP;

    /** Forbidden, and a proxy that requires a login. */
    private static final Set<Integer> LASTING = Set.of(403, 407);

    public static Consequence of(VendorException failure) {
        if (failure instanceof Unavailable) {
            return RETRY;
        }
        if (failure instanceof Protocol) {
            return KEEP;
        }
        if (failure instanceof Rejected) {
            // without a status there was no response, for instance because of an untrusted certificate
            return failure.status().isEmpty()
                            || LASTING.contains(failure.status().getAsInt())
                    ? STOP
                    : KEEP;
        }
        return failure instanceof Unauthorized refusal && refusal.mayPass() ? KEEP : STOP;
    }
}
