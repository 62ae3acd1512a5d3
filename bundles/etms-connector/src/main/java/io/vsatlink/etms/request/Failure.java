/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.text.Printable;
import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.pace.Consequence;
import io.vsatlink.remote.pace.PatientCaller;
import java.time.Duration;
import java.util.Optional;

/**
 * The reason why an attempt failed.
 *
 * @param reason a sentence for users
 * @param asked how long the vendor asks us to wait; empty if it does not
 */
record Failure(Kind kind, String reason, Optional<Duration> asked) {

    Failure {
        reason = Printable.line(reason);
    }

    enum Kind {
        /** ETMS or its gateway reports too many requests: nothing was written. */
        TOO_MUCH,
        /** There is no answer, or none that shows the result of the call. */
        UNKNOWN_END,
        /** Someone else changed the ticket at the same moment: nothing was written. */
        CHANGED_MEANWHILE,
        /** ETMS rejects this request. */
        REFUSED,
        /** ETMS refuses our access, or we don't trust the server: unrelated to this request. */
        NO_ACCESS
    }

    static Failure of(VendorException failure) {
        String reason = failure.getMessage();
        if (failure instanceof Unavailable unavailable) {
            Kind kind = unavailable.throttled() ? Kind.TOO_MUCH : Kind.UNKNOWN_END;
            return new Failure(kind, reason, PatientCaller.pause(unavailable));
        }
        if (failure instanceof Protocol) {
            return new Failure(Kind.UNKNOWN_END, reason, Optional.empty());
        }
        boolean ours = failure instanceof Unauthorized
                || (failure instanceof Rejected && Consequence.of(failure) == Consequence.STOP);
        return new Failure(ours ? Kind.NO_ACCESS : Kind.REFUSED, reason, Optional.empty());
    }

    static Failure refused(String reason) {
        return new Failure(Kind.REFUSED, reason, Optional.empty());
    }

    static Failure unknownEnd(String reason) {
        return new Failure(Kind.UNKNOWN_END, reason, Optional.empty());
    }

    static Failure changedMeanwhile(String reason) {
        return new Failure(Kind.CHANGED_MEANWHILE, reason, Optional.empty());
    }
}
