package io.vsatlink.satprov.pass;

import io.vsatlink.satprov.vendor.MappedPage;
import io.vsatlink.satprov.vendor.PageSource;
import io.vsatlink.vendor.PageHead;
import io.vsatlink.vendor.PageRef;
import io.vsatlink.vendor.item.FieldTally;
import io.vsatlink.vendor.pace.PatientCaller;
import io.vsatlink.vendor.pace.StopSignal;
import io.vsatlink.vendor.pace.StoppedException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Reads all pages of a listing: the first alone, because it tells how many there are, then several at a time; one after
 * the other where the vendor does not tell. Hands each over on the caller's thread, in the order in which they arrive.
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
     * One pass.
     *
     * @param number of the pass, from 1
     * @return how far it came
     */
    Progress fetchAll(int number, PageSink sink) throws PassFailedException, StoppedException {
        PagesInFlight inFlight = new PagesInFlight(threads);
        Progress start = new Progress(number, 0, 0, 0);
        watch.advanced(start);
        boolean finished = false;
        try {
            MappedPage first = new PageCall(0, PageRef.FIRST, 0, start, watch).make(source, caller, stop);
            inFlight.measure(first);
            Progress done =
                    source.anyOrder() ? severalAtATime(first, inFlight, sink, start) : oneByOne(first, sink, start);
            finished = true;
            return done;
        } finally {
            if (!finished) {
                stop.stop();
                inFlight.giveUp(source::abort);
            }
        }
    }

    private Progress severalAtATime(MappedPage first, PagesInFlight inFlight, PageSink sink, Progress start)
            throws PassFailedException, StoppedException {
        int size = sizeUsed(first.head());
        int pages = pagesTotal(first.head().totalItems(), size);
        Progress done = taken(first, sink, start, pages);
        int next = 1;
        while (done.pages() < pages) {
            while (next < pages && inFlight.hasRoom(caller.concurrency().allowed())) {
                PageCall call = new PageCall(next, new PageRef.Nth(next), size, done, watch);
                inFlight.send(() -> call.make(source, caller, stop));
                next++;
            }
            done = taken(inFlight.take(), sink, done, pages);
        }
        return done;
    }

    private Progress oneByOne(MappedPage first, PageSink sink, Progress start)
            throws PassFailedException, StoppedException {
        PageChain chain = new PageChain(source.tellsNext());
        MappedPage page = first;
        Progress done = taken(page, sink, start, 0);
        for (Optional<PageRef> next = chain.after(page); next.isPresent(); next = chain.after(page)) {
            page = new PageCall(done.pages(), next.get(), chain.sizeUsed(), done, watch).make(source, caller, stop);
            done = taken(page, sink, done, 0);
        }
        return done;
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

    /** A server may cut its pages short without saying so. */
    private static int sizeUsed(PageHead head) {
        boolean cut = head.rows() > 0 && head.rows() < Math.min(head.pageSize(), head.totalItems());
        return cut ? head.rows() : head.pageSize();
    }

    private static int pagesTotal(long total, int size) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (total + size - 1) / size));
    }
}
