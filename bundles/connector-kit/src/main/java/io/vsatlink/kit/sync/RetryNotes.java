/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.text.Counted;
import io.vsatlink.parameters.Shown;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.pace.CallWatch;
import io.vsatlink.remote.pace.PatientCaller;
import java.time.Duration;
import java.time.Instant;

/** Tells a listener why a call waits. For one thread. */
final class RetryNotes implements CallWatch {
    private final String at;
    private final SyncListener listener;
    private int attempts = 1;

    /** @param at the place in the listing, for messages */
    RetryNotes(String at, SyncListener listener) {
        this.at = at;
        this.listener = listener;
    }

    String at() {
        return at;
    }

    /** The failure of the last attempt. */
    SyncFailed failed(VendorException failure) {
        String tried = attempts == 1 ? "" : ", " + Counted.of(attempts, "attempt");
        return new SyncFailed(at + ": " + failure.getMessage() + tried, failure);
    }

    @Override
    public void retries(VendorException failure, int attempt, Duration wait) {
        attempts = attempt + 1;
        String why = "%s: %s (attempt %d of %d, next at %s)"
                .formatted(at, failure.getMessage(), attempt, PatientCaller.ATTEMPTS, after(wait));
        boolean asked = failure instanceof Unavailable unavailable
                && PatientCaller.pause(unavailable).isPresent();
        listener.waits(why, asked ? wait : Duration.ZERO);
    }

    @Override
    public void pauses(Duration wait) {
        listener.waits("%s waits until %s, as the vendor asked".formatted(at, after(wait)), wait);
    }

    private static String after(Duration wait) {
        return Shown.time(Instant.now().plus(wait));
    }
}
