/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.kit.sync.FieldMemory;
import io.vsatlink.kit.sync.PageCalls;
import io.vsatlink.kit.sync.PageSource;
import io.vsatlink.kit.sync.Sync;
import io.vsatlink.kit.sync.SyncFailed;
import io.vsatlink.kit.sync.SyncListener;
import io.vsatlink.kit.sync.SyncRules;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import java.util.Optional;
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

    /** Failures of the vendor or the store are not thrown but reported. */
    PollReport run(Dataset dataset, PageSource source, DeletionLimit limit, StopSignal stop, SyncListener listener) {
        Sync sync =
                new Sync(RULES, source, new FieldMemory(memory, element, "satprov", dataset), calls, stop, listener);
        try (GenerationWriter writer = store.open(element, dataset)) {
            long before = store.current(element, dataset).map(Generation::rows).orElse(0L);
            Sync.Result read = sync.read(writer);
            Optional<String> exceeded = limit.exceededBy(writer.missing(), before);
            return exceeded.isPresent()
                    ? PollReport.held(read, writer.hold(), exceeded.get())
                    : PollReport.success(read, writer.publish());
        } catch (SyncFailed e) {
            return failure(e.getMessage(), sync, e);
        } catch (StoppedException e) {
            return failure("stopped", sync, null);
        } catch (StoreException e) {
            return failure(e.getMessage(), sync, null);
        } catch (RuntimeException e) {
            // the outermost run: without a report the row would stay at Polling for ever
            LOG.error("the poll of {} failed", dataset.key(), e);
            return failure("internal error, see the log: " + e, sync, null);
        }
    }

    /** Publishes the held generation of a dataset. */
    Generation accept(Dataset dataset) {
        return store.acceptHeld(element, dataset);
    }

    private static PollReport failure(String reason, Sync sync, SyncFailed e) {
        return PollReport.failure(
                PollOutcome.FAILED,
                reason,
                sync.progress(),
                e == null ? null : e.failure().orElse(null));
    }
}
