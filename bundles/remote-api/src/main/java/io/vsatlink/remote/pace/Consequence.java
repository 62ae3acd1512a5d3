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

/** What follows from a failure of the vendor's: the one place where that is decided. */
public enum Consequence {
    /** It may pass: the same call again, a few times. */
    RETRY,
    /** Nothing is gained by repeating it now: the data stays as it is until the next poll. */
    KEEP,
    /** Nothing will change until a person does something: no more such calls. */
    STOP;

    /** Forbidden, and a proxy that demands a login. */
    private static final Set<Integer> LASTING = Set.of(403, 407);

    public static Consequence of(VendorException failure) {
        if (failure instanceof Unavailable) {
            return RETRY;
        }
        if (failure instanceof Protocol) {
            return KEEP;
        }
        if (failure instanceof Rejected) {
            // without a status it never came to an answer: no trust in the certificate, for instance
            return failure.status().isEmpty()
                            || LASTING.contains(failure.status().getAsInt())
                    ? STOP
                    : KEEP;
        }
        return failure instanceof Unauthorized refusal && refusal.mayPass() ? KEEP : STOP;
    }
}
