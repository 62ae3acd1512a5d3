/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.text.Printable;
import io.vsatlink.remote.Protocol;
import io.vsatlink.remote.Rejected;
import io.vsatlink.remote.Unauthorized;
import io.vsatlink.remote.Unavailable;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.pace.Consequence;
import io.vsatlink.remote.pace.PatientCaller;
import java.time.Duration;
import java.util.Optional;

/**
 * Why an attempt did not end well.
 *
 * @param reason a sentence for a person
 * @param asked how long the vendor asks us to wait; empty where it does not
 */
record Failure(Kind kind, String reason, Optional<Duration> asked) {

    Failure {
        reason = Printable.line(reason);
    }

    enum Kind {
        /** ETMS or its gateway says that it is too much at once: nothing was written. */
        TOO_MUCH,
        /** No answer, or none that says what became of the call. */
        UNKNOWN_END,
        /** Somebody else changed the ticket at the same moment: nothing was written. */
        CHANGED_MEANWHILE,
        /** ETMS does not want this request. */
        REFUSED,
        /** ETMS does not want us, or we don't trust it: nothing to do with this request. */
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
