package io.vsatlink.satprov.pass;

import io.vsatlink.parameters.Shown;
import io.vsatlink.satprov.vendor.MappedPage;
import io.vsatlink.satprov.vendor.PageSource;
import io.vsatlink.vendor.PageRef;
import io.vsatlink.vendor.Rejected;
import io.vsatlink.vendor.Unavailable;
import io.vsatlink.vendor.VendorException;
import io.vsatlink.vendor.pace.CallWatch;
import io.vsatlink.vendor.pace.PatientCaller;
import io.vsatlink.vendor.pace.StopSignal;
import io.vsatlink.vendor.pace.StoppedException;
import java.time.Duration;
import java.time.Instant;

/** The reading of one page, with as many attempts as it takes. For one thread. */
final class PageCall implements CallWatch {
    private final int page;
    private final PageRef ref;
    private final int sizeUsed;
    private final Progress place;
    private final PassWatch watch;
    private int attempts = 1;

    /**
     * @param page its number, from 0
     * @param sizeUsed as of {@link PageSource#page}
     * @param place how far the pass is, for messages
     */
    PageCall(int page, PageRef ref, int sizeUsed, Progress place, PassWatch watch) {
        this.page = page;
        this.ref = ref;
        this.sizeUsed = sizeUsed;
        this.place = place;
        this.watch = watch;
    }

    MappedPage make(PageSource source, PatientCaller caller, StopSignal stop)
            throws PassFailedException, StoppedException {
        try {
            return caller.call(() -> source.page(ref, sizeUsed), stop, this);
        } catch (VendorException e) {
            if (page > 0 && e instanceof Rejected && e.status().orElse(0) == 404) {
                // it was there when the first page told the total: the count will not agree
                return MappedPage.NONE;
            }
            String tried = attempts == 1 ? "" : ", " + attempts + " attempts";
            throw new PassFailedException(place.at(page) + ": " + e.getMessage() + tried, e);
        }
    }

    @Override
    public void retries(VendorException failure, int attempt, Duration wait) {
        attempts = attempt + 1;
        String why = "%s: %s (attempt %d of %d, next at %s)"
                .formatted(place.at(page), failure.getMessage(), attempt, PatientCaller.ATTEMPTS, after(wait));
        boolean asked = failure instanceof Unavailable unavailable
                && PatientCaller.pause(unavailable).isPresent();
        watch.waits(why, asked ? wait : Duration.ZERO);
    }

    @Override
    public void pauses(Duration wait) {
        watch.waits("%s waits until %s, as the vendor asked".formatted(place.at(page), after(wait)), wait);
    }

    private static String after(Duration wait) {
        return Shown.time(Instant.now().plus(wait));
    }
}
