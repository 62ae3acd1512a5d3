package io.vsatlink.satprov.pass;

import io.vsatlink.satprov.vendor.MappedPage;
import io.vsatlink.satprov.vendor.PageSource;
import io.vsatlink.vendor.PageHead;
import io.vsatlink.vendor.pace.PatientCaller;
import io.vsatlink.vendor.pace.StopSignal;
import io.vsatlink.vendor.pace.StoppedException;
import java.util.concurrent.Executor;

/**
 * Reads all pages of a listing: the first alone, because it tells how many there are, then several at a time. Hands each
 * over on the caller's thread, in the order in which they arrive.
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

    /**
     * One pass.
     *
     * @param number of the pass, from 1
     * @return how far it came
     */
    Progress fetchAll(int number, PageSink sink) throws PassFailedException, StoppedException {
        PagesInFlight inFlight = new PagesInFlight(threads);
        Progress done = new Progress(number, 0, 0, 0);
        watch.advanced(done);
        boolean finished = false;
        try {
            MappedPage first = new PageCall(0, done, watch).make(source, caller, stop);
            inFlight.measure(first);
            int pages = pagesTotal(first.head());
            done = taken(first, sink, done, pages);
            int next = 1;
            while (done.pages() < pages) {
                while (next < pages && inFlight.hasRoom(caller.concurrency().allowed())) {
                    PageCall call = new PageCall(next++, done, watch);
                    inFlight.send(() -> call.make(source, caller, stop));
                }
                done = taken(inFlight.take(), sink, done, pages);
            }
            finished = true;
            return done;
        } finally {
            if (!finished) {
                stop.stop();
                inFlight.giveUp(source::abort);
            }
        }
    }

    private Progress taken(MappedPage page, PageSink sink, Progress before, int pages) throws PassFailedException {
        sink.take(page);
        Progress done = new Progress(
                before.pass(),
                before.pages() + 1,
                pages,
                before.items() + page.items().size());
        watch.advanced(done);
        return done;
    }

    /** Out of the total and the size that the server used, which may be smaller than what was asked for. */
    private static int pagesTotal(PageHead head) throws PassFailedException {
        long total = head.totalItems();
        if (total < 0) {
            throw new PassFailedException("the vendor does not say how many rows there are");
        }
        // a server that cuts its pages short without saying so
        long size = head.rows() > 0 && head.rows() < Math.min(head.pageSize(), total) ? head.rows() : head.pageSize();
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (total + size - 1) / size));
    }
}
