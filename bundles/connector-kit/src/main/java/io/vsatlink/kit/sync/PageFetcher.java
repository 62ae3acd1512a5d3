/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.kit.sync.PagesInFlight.Fetched;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.listing.BrokenListing;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageRequest;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import io.vsatlink.remote.profile.Nesting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Reads all pages of a listing, several at a time if its {@link ListingWalk} allows it. Hands each over on the
 * caller's thread, in the order of arrival.
 */
final class PageFetcher {
    private final PageSource source;
    private final PageCalls calls;
    private final StopSignal stop;
    private final SyncListener listener;
    private volatile Progress progress = Progress.NONE;

    /** @param stop ends a pass; is stopped if a page can't be read */
    PageFetcher(PageSource source, PageCalls calls, StopSignal stop, SyncListener listener) {
        this.source = source;
        this.calls = calls;
        this.stop = stop;
        this.listener = listener;
    }

    /** The progress. */
    Progress progress() {
        return progress;
    }

    /** Receives the pages. */
    interface PageSink {
        void take(ListedPage page) throws SyncFailed;

        /** @param rows of one item; empty if the vendor has none of it */
        void takeItem(Optional<ListedPage> rows) throws SyncFailed;
    }

    /** Where the rows are if they are not the items of the pages. */
    Optional<Nesting> nesting() {
        return source.nesting();
    }

    /** What is read if changes can be asked for. */
    Optional<ChangeScope> changes() {
        return source.changes();
    }

    /** The columns that the pages may have, in the order of the tally. */
    List<String> columns() {
        return source.columns();
    }

    /** The key column and where the vendor has it, for people. */
    String key() {
        return source.key();
    }

    /** An empty tally for the pages. */
    FieldTally tally() {
        return source.tally();
    }

    /**
     * A reading of all pages.
     *
     * @param progress the progress
     * @param walk the findings
     */
    record Pass(Progress progress, ListingWalk walk) {}

    /** @param number of the pass, from 1 */
    Pass fetchAll(int number, PageSink sink) throws SyncFailed, StoppedException {
        PagesInFlight inFlight = new PagesInFlight(calls.threads());
        Pass start = new Pass(new Progress(number, 0, 0, 0), source.walk());
        advanced(start.progress());
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

    private Pass walk(Pass start, PagesInFlight inFlight, PageSink sink) throws SyncFailed, StoppedException {
        Pass done = start;
        // the calls for items come before the next page, so that they never pile up
        Deque<ItemPages> items = new ArrayDeque<>();
        while (true) {
            while (inFlight.hasRoom(calls.allowed())) {
                Optional<PageRequest> next = items.isEmpty() ? done.walk().next() : Optional.empty();
                if (items.isEmpty() && next.isEmpty()) {
                    break;
                }
                inFlight.send(next.isPresent() ? page(next.get(), done.progress()) : rows(items.remove()));
            }
            if (inFlight.none()) {
                return done;
            }
            Fetched fetched = inFlight.take(stop);
            if (fetched.request() != null && !fetched.request().probe()) {
                fetched.page().ifPresent(page -> items.addAll(page.items().calls()));
            }
            done = fetched.request() == null ? rowsTaken(fetched, sink, done) : pageTaken(fetched, sink, done);
        }
    }

    private Callable<Fetched> page(PageRequest request, Progress place) {
        RetryNotes notes = new RetryNotes(place.at(request.number()), listener);
        return () -> {
            try {
                return new Fetched(
                        request,
                        Optional.of(
                                calls.caller().call(() -> source.page(request.page(), request.size()), stop, notes)));
            } catch (VendorException e) {
                if (request.absentBy(e)) {
                    return new Fetched(request, Optional.empty());
                }
                throw notes.failed(e);
            }
        };
    }

    private Callable<Fetched> rows(ItemPages item) {
        return () -> new Fetched(null, item.read(calls.caller(), stop, listener));
    }

    private Pass rowsTaken(Fetched fetched, PageSink sink, Pass before) throws SyncFailed {
        sink.takeItem(fetched.page());
        Progress at = before.progress();
        long rows = at.items() + fetched.page().map(ListedPage::rowsTold).orElse(0);
        return new Pass(advanced(new Progress(at.pass(), at.pages(), at.pagesTotal(), rows)), before.walk());
    }

    private Pass pageTaken(Fetched fetched, PageSink sink, Pass before) throws SyncFailed {
        ListingWalk walk = before.walk();
        report(fetched, walk);
        if (fetched.page().isEmpty() || fetched.request().probe()) {
            return before;
        }
        ListedPage page = fetched.page().get();
        sink.take(page);
        return new Pass(further(before.progress(), page.rowsTold(), walk.pages()), walk);
    }

    private static void report(Fetched fetched, ListingWalk walk) throws SyncFailed {
        try {
            if (fetched.page().isEmpty()) {
                walk.absent(fetched.request());
            } else {
                ListedPage page = fetched.page().get();
                walk.came(fetched.request(), page.head(), page.mark());
            }
        } catch (BrokenListing e) {
            throw new SyncFailed(e.getMessage());
        }
    }

    private Progress further(Progress before, int rows, int expected) {
        int pages = before.pages() + 1;
        int total = expected == 0 ? 0 : Math.max(expected, pages);
        Progress done = new Progress(before.pass(), pages, total, before.items() + rows);
        return advanced(done);
    }

    private Progress advanced(Progress done) {
        progress = done;
        listener.advanced(done);
        return done;
    }
}
