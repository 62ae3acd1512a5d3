/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.duty.ElsewhereException;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.kit.sync.ChangeScope;
import io.vsatlink.kit.sync.FieldMemory;
import io.vsatlink.kit.sync.ListedPages;
import io.vsatlink.kit.sync.PageCalls;
import io.vsatlink.kit.sync.PageSource;
import io.vsatlink.kit.sync.Progress;
import io.vsatlink.kit.sync.Sync;
import io.vsatlink.kit.sync.SyncFailed;
import io.vsatlink.kit.sync.SyncListener;
import io.vsatlink.kit.sync.SyncRules;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls one dataset once: opens a generation, fills it, publishes or holds it. */
final class PollCycle {
    private static final Logger LOG = LoggerFactory.getLogger(PollCycle.class);

    private static final SyncRules RULES = new SyncRules("row", 5, false);

    private final VsatStore store;
    private final ElementMemory memory;
    private final String element;
    private final PageCalls calls;

    PollCycle(VsatStore store, ElementMemory memory, String element, PageCalls calls) {
        this.store = store;
        this.memory = memory;
        this.element = element;
        this.calls = calls;
    }

    /** What decides on a poll, beside the vendor. */
    record Rules(FullPolls full, DeletionLimit limit) {}

    /** Failures of the vendor or the store are not thrown but reported. */
    PollReport run(Dataset dataset, ListedPages pages, Rules rules, StopSignal stop, SyncListener listener) {
        try {
            Optional<Generation> current = store.current(element, dataset);
            boolean held = store.held(element, dataset).isPresent();
            PageSource source = rules.full()
                    .changesFrom(current, held, pages.changes())
                    .map(pages::changesFrom)
                    .orElse(pages);
            FieldMemory fields = new FieldMemory(memory, element, "satprov", dataset);
            Sync sync = new Sync(RULES, source, fields, calls, stop, listener);
            Optional<Instant> since = source.changes().map(ChangeScope::since);
            if (since.isPresent()) {
                return run(sync, () -> store.openChanges(element, dataset), rules, current)
                        .ofChanges(since.get());
            }
            return run(sync, () -> store.open(element, dataset), rules, current);
        } catch (RuntimeException e) {
            return broken(e, Progress.NONE);
        }
    }

    private PollReport run(Sync sync, Supplier<GenerationWriter> opening, Rules rules, Optional<Generation> current) {
        long before = current.map(Generation::rows).orElse(0L);
        try (GenerationWriter writer = opening.get()) {
            Sync.Result read = sync.read(writer);
            Optional<String> exceeded = rules.limit().exceededBy(writer.missing(), before);
            return exceeded.isPresent()
                    ? PollReport.held(read, writer.hold(), exceeded.get())
                    : PollReport.success(read, writer.publish());
        } catch (SyncFailed e) {
            return PollReport.failure(
                    PollOutcome.FAILED,
                    e.getMessage(),
                    sync.progress(),
                    e.failure().orElse(null));
        } catch (StoppedException e) {
            return PollReport.failure(PollOutcome.FAILED, "stopped", sync.progress(), null);
        } catch (RuntimeException e) {
            return broken(e, sync.progress());
        }
    }

    /** The outermost run: without a report the row would stay at Polling for ever. */
    private static PollReport broken(RuntimeException e, Progress progress) {
        if (e instanceof ElsewhereException) {
            return PollReport.failure(PollOutcome.CANCELLED, e.getMessage(), progress, null);
        }
        if (e instanceof StoreException) {
            return PollReport.failure(PollOutcome.FAILED, e.getMessage(), progress, null);
        }
        LOG.error("the poll failed", e);
        return PollReport.failure(PollOutcome.FAILED, "internal error, see the log: " + e, progress, null);
    }

    /** Publishes the held generation of a dataset. */
    Generation accept(Dataset dataset) {
        return store.acceptHeld(element, dataset);
    }
}
