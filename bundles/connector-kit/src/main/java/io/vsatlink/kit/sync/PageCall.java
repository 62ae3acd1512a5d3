/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.text.Counted;
import io.vsatlink.parameters.Shown;
import io.vsatlink.remote.Unavailable;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.listing.PageRequest;
import io.vsatlink.remote.pace.CallWatch;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads one page, with retries. For one thread. */
final class PageCall implements CallWatch {
    private final PageRequest request;
    private final Progress place;
    private final SyncListener listener;
    private int attempts = 1;

    /** @param place the progress of the pass, for messages */
    PageCall(PageRequest request, Progress place, SyncListener listener) {
        this.request = request;
        this.place = place;
        this.listener = listener;
    }

    /** Empty if the vendor has no such page. */
    Optional<ListedPage> make(PageSource source, PatientCaller caller, StopSignal stop)
            throws SyncFailed, StoppedException {
        try {
            return Optional.of(caller.call(() -> source.page(request.page(), request.size()), stop, this));
        } catch (VendorException e) {
            if (request.absentBy(e)) {
                return Optional.empty();
            }
            String tried = attempts == 1 ? "" : ", " + Counted.of(attempts, "attempt");
            throw new SyncFailed(at() + ": " + e.getMessage() + tried, e);
        }
    }

    private String at() {
        return place.at(request.number());
    }

    @Override
    public void retries(VendorException failure, int attempt, Duration wait) {
        attempts = attempt + 1;
        String why = "%s: %s (attempt %d of %d, next at %s)"
                .formatted(at(), failure.getMessage(), attempt, PatientCaller.ATTEMPTS, after(wait));
        boolean asked = failure instanceof Unavailable unavailable
                && PatientCaller.pause(unavailable).isPresent();
        listener.waits(why, asked ? wait : Duration.ZERO);
    }

    @Override
    public void pauses(Duration wait) {
        listener.waits("%s waits until %s, as the vendor asked".formatted(at(), after(wait)), wait);
    }

    private static String after(Duration wait) {
        return Shown.time(Instant.now().plus(wait));
    }
}
