package io.vsatlink.satprov.pass;

import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.listing.BrokenListing;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageRequest;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import io.vsatlink.satprov.pass.PagesInFlight.Fetched;
import io.vsatlink.satprov.remote.MappedPage;
import io.vsatlink.satprov.remote.PageSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Reads all pages of a listing, several at a time where its {@link ListingWalk} allows that. Hands each over on the
 * caller's thread, in the order in which they arrive.
 */
public final class PageFetcher {
    private final PageSource source;
    private final PatientCaller caller;
    private final Executor threads;
    private final StopSignal stop;
    private final PassWatch watch;

    /** @param stop ends a pass; stopped by itself where a page can't be had */
    public PageFetcher(PageSource source, PatientCaller caller, Executor threads, StopSignal stop, PassWatch watch) {
        this.source = source;
        this.caller = caller;
        this.threads = threads;
        this.stop = stop;
        this.watch = watch;
    }

    /** What a page is given to. */
    interface PageSink {
        void take(MappedPage page) throws PassFailedException;
    }

    /** The columns that the pages may have, in the order in which they are tallied. */
    List<String> columns() {
        return source.columns();
    }

    /** An empty tally of what the pages may tell. */
    FieldTally tally() {
        return source.tally();
    }

    /**
     * A reading of all pages.
     *
     * @param progress how far it came
     * @param walk what it met
     */
    record Pass(Progress progress, ListingWalk walk) {}

    /** @param number of the pass, from 1 */
    Pass fetchAll(int number, PageSink sink) throws PassFailedException, StoppedException {
        PagesInFlight inFlight = new PagesInFlight(threads);
        Pass start = new Pass(new Progress(number, 0, 0, 0), source.walk());
        watch.advanced(start.progress());
        boolean finished = false;
        try {
            Pass done = walk(start, inFlight, sink);
            finished = true;
            return done;
        } finally {
            if (!finished) {
                stop.stop();
                inFlight.giveUp(source::abort);
            }
        }
    }

    private Pass walk(Pass start, PagesInFlight inFlight, PageSink sink) throws PassFailedException, StoppedException {
        Pass done = start;
        while (true) {
            while (inFlight.hasRoom(caller.concurrency().allowed())) {
                Optional<PageRequest> next = done.walk().next();
                if (next.isEmpty()) {
                    break;
                }
                send(next.get(), done.progress(), inFlight);
            }
            if (inFlight.none()) {
                return done;
            }
            done = taken(inFlight.take(stop), sink, done);
        }
    }

    private void send(PageRequest request, Progress place, PagesInFlight inFlight) throws StoppedException {
        PageCall call = new PageCall(request, place, watch);
        inFlight.send(() -> new Fetched(request, call.make(source, caller, stop)));
    }

    private Pass taken(Fetched fetched, PageSink sink, Pass before) throws PassFailedException {
        ListingWalk walk = before.walk();
        report(fetched, walk);
        if (fetched.page().isEmpty() || fetched.request().probe()) {
            return before;
        }
        MappedPage page = fetched.page().get();
        sink.take(page);
        return new Pass(advanced(before.progress(), page.items().size(), walk.pages()), walk);
    }

    private static void report(Fetched fetched, ListingWalk walk) throws PassFailedException {
        try {
            if (fetched.page().isEmpty()) {
                walk.absent(fetched.request());
            } else {
                MappedPage page = fetched.page().get();
                walk.came(fetched.request(), page.head(), page.mark());
            }
        } catch (BrokenListing e) {
            throw new PassFailedException(e.getMessage());
        }
    }

    private Progress advanced(Progress before, int rows, int expected) {
        int pages = before.pages() + 1;
        int total = expected == 0 ? 0 : Math.max(expected, pages);
        Progress done = new Progress(before.pass(), pages, total, before.items() + rows);
        watch.advanced(done);
        return done;
    }
}
