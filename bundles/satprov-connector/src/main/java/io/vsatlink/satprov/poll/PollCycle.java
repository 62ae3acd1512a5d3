package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import io.vsatlink.satprov.pass.ColumnMemory;
import io.vsatlink.satprov.pass.PageFetcher;
import io.vsatlink.satprov.pass.PassFailedException;
import io.vsatlink.satprov.pass.PassWatch;
import io.vsatlink.satprov.pass.Passes;
import io.vsatlink.satprov.pass.Progress;
import io.vsatlink.satprov.remote.PageSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls one dataset once: opens a generation, fills it, publishes or holds it. */
final class PollCycle {
    private static final Logger LOG = LoggerFactory.getLogger(PollCycle.class);

    private final VsatStore store;
    private final ElementMemory memory;
    private final String element;
    private final PatientCaller caller;
    private final Executor pageThreads;

    PollCycle(VsatStore store, ElementMemory memory, String element, PatientCaller caller, Executor pageThreads) {
        this.store = store;
        this.memory = memory;
        this.element = element;
        this.caller = caller;
        this.pageThreads = pageThreads;
    }

    /** Never throws for what a vendor or a store can do: the report says it. */
    PollReport run(Dataset dataset, PageSource source, DeletionLimit limit, StopSignal stop, PassWatch watch) {
        LastSeen seen = new LastSeen(watch);
        try (GenerationWriter writer = store.open(element, dataset)) {
            long before = store.current(element, dataset).map(Generation::rows).orElse(0L);
            PageFetcher fetcher = new PageFetcher(source, caller, pageThreads, stop, seen);
            Passes.Result read =
                    new Passes(writer, fetcher, new ColumnMemory(memory, element, dataset)).readUntilSure();
            Optional<String> exceeded = limit.exceededBy(writer.missing(), before);
            return exceeded.isPresent()
                    ? PollReport.held(read, writer.hold(), exceeded.get())
                    : PollReport.success(read, writer.publish());
        } catch (PassFailedException e) {
            return failure(e.getMessage(), seen, e);
        } catch (StoppedException e) {
            return failure("stopped", seen, null);
        } catch (StoreException e) {
            return failure(e.getMessage(), seen, null);
        } catch (RuntimeException e) {
            // the outermost run: without a report the row would stay at Polling for good
            LOG.error("the poll of {} met an error", dataset.key(), e);
            return failure("an error of our own, see the log: " + e, seen, null);
        }
    }

    private static PollReport failure(String reason, LastSeen seen, PassFailedException e) {
        return PollReport.failure(
                PollOutcome.FAILED,
                reason,
                seen.progress,
                e == null ? null : e.failure().orElse(null));
    }

    /** Remembers how far it came. Only the poll's own thread advances it. */
    private static final class LastSeen implements PassWatch {
        private final PassWatch watch;
        private Progress progress = Progress.NONE;

        LastSeen(PassWatch watch) {
            this.watch = watch;
        }

        @Override
        public void advanced(Progress done) {
            progress = done;
            watch.advanced(done);
        }

        @Override
        public void waits(String why, Duration pause) {
            watch.waits(why, pause);
        }
    }
}
