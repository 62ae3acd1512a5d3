/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.sync.ListedPages;
import io.vsatlink.kit.sync.PageCalls;
import io.vsatlink.kit.sync.Progress;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.remote.SharedAnswer;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.pace.Consequence;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.satprov.poll.SatprovSettings.PollLimits;
import io.vsatlink.satprov.poll.SatprovSettings.PollSettings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The polls of an element, one after the other on its worker thread. Thread-safe; {@link #recall} and {@link #pollDue}
 * belong on the element's clock thread, the other methods may be called from any thread and never block.
 */
public final class PollQueue {
    private static final Logger LOG = LoggerFactory.getLogger(PollQueue.class);

    private final String element;
    private final ConnectionGate<VendorClient> gate;
    private final Executor worker;
    private final PatientCaller caller;
    private final PollCycle cycle;
    private final PollLedger ledger;
    private final Pollers pollers;
    private volatile SatprovSettings settings = SatprovSettings.NONE;
    private volatile boolean stopping;
    /** The number of cancellations: whoever asks for a poll after one gets a response that is newer. */
    private final AtomicInteger cancellations = new AtomicInteger();

    private boolean endedSinceIdle;

    /**
     * The store's ports.
     *
     * @param memory facts that survive a restart
     * @param duty whether this container polls the element
     */
    public record StorePorts(VsatStore store, PollJournal journal, ElementMemory memory, PollDuty duty) {}

    /**
     * The threads and the time source.
     *
     * @param worker polls, one at a time
     * @param pages read pages, several at a time
     * @param caller makes all calls of the element
     * @param nanoTime monotonic
     * @param changes fired with every change of a row's status
     */
    public record Resources(
            Executor worker,
            Executor pages,
            PatientCaller caller,
            Clock clock,
            LongSupplier nanoTime,
            ChangeSignal changes) {}

    public PollQueue(
            String element,
            StorePorts ports,
            ConnectionGate<VendorClient> gate,
            PollEvents events,
            Resources resources) {
        this.element = element;
        this.gate = gate;
        this.worker = resources.worker();
        this.caller = resources.caller();
        this.cycle = new PollCycle(
                ports.store(), ports.memory(), element, new PageCalls(caller, resources.pages(), Integer.MAX_VALUE));
        this.ledger = new PollLedger(element, ports.journal(), events, resources.clock());
        this.pollers = new Pollers(element, ports, resources);
    }

    /** Applies new settings; a running poll continues at the new pace. Forbidden polls are allowed again. */
    public void use(SatprovSettings next) {
        settings = next;
        next.limits().ifPresent(limits -> caller.limit(limits.parallelPages(), limits.requestsPerSecond()));
        allow();
    }

    /** Allows polls of datasets again that the vendor refused. */
    public void allow() {
        pollers.allow();
    }

    /** Restores the state of earlier polls. */
    public void recall() {
        pollers.recall();
    }

    /** Whether this container polls the element. */
    public boolean ours() {
        return pollers.ours();
    }

    /** That another container polls the element, as a sentence without its end; empty if none is known to. */
    public String elsewhere() {
        return pollers.elsewhere();
    }

    /**
     * Queues due datasets.
     *
     * @throws StoreException if the database is not available: what is due then waits for it
     */
    public void pollDue() {
        if (!pollers.ours() || gate.client().isEmpty()) {
            return;
        }
        List<DatasetPoller> due = pollers.due(settings);
        due.forEach(poller -> submit(poller, false));
        gate.client()
                .map(client -> pollers.dueWith(due, new OneAnswer(client, settings)))
                .ifPresent(others -> others.forEach(poller -> submit(poller, false)));
    }

    /**
     * Queues a dataset, even a disabled one.
     *
     * @return false if it is already queued or being polled, or {@link #forbidden}
     */
    public boolean poll(Dataset dataset) {
        return forbidden(dataset).isEmpty() && submit(pollers.of(dataset), false);
    }

    /**
     * As {@link #poll}, but the whole listing is read, even if the vendor could be asked for what changed; also by a poll that is
     * already queued.
     */
    public boolean pollFull(Dataset dataset) {
        return forbidden(dataset).isEmpty() && submit(pollers.of(dataset), true);
    }

    /** Why a dataset can't be polled until somebody logs in or changes a setting; empty if it can. */
    public String forbidden(Dataset dataset) {
        return pollers.of(dataset).forbidden();
    }

    /**
     * Publishes the held poll of a dataset.
     *
     * @return completed when that is done, exceptionally if it fails
     */
    public CompletableFuture<PollRecord> acceptHeld(Dataset dataset) {
        CompletableFuture<PollRecord> accepted = new CompletableFuture<>();
        DatasetPoller poller = pollers.of(dataset);
        // an earlier poll in the queue undoes the held generation, a later one finds it published
        worker.execute(() -> run(poller, each -> accept(each, accepted)));
        return accepted;
    }

    /**
     * Ends the running poll and clears the queue. Published data is kept.
     *
     * @return the number of cancelled polls
     */
    public int cancel() {
        cancellations.incrementAndGet();
        int cancelled = pollers.cancel();
        if (cancelled > 0) {
            // a requested login is not affected
            gate.abortCalls();
        }
        return cancelled;
    }

    /** Ends permanently: an interrupted poll does not count, and is due at the next start. */
    public void stop() {
        stopping = true;
        cancel();
        pollers.leave();
    }

    /** The rows of the Polling Settings at one moment. */
    public List<DatasetStatus> status() {
        return pollers.status(settings);
    }

    private boolean submit(DatasetPoller poller, boolean full) {
        if (!poller.queue(full)) {
            return false;
        }
        worker.execute(() -> run(poller, this::poll));
        return true;
    }

    private void run(DatasetPoller poller, Consumer<DatasetPoller> work) {
        MDC.put("element", element);
        MDC.put("dataset", poller.dataset().key());
        try {
            work.accept(poller);
            gate.closeRetired();
            if (endedSinceIdle && !pollers.busy()) {
                endedSinceIdle = false;
                ledger.completed(status());
            }
        } catch (StoreException e) {
            LOG.warn("the end of the polls could not be announced: {}", e.getMessage());
        } finally {
            MDC.clear();
        }
    }

    /** Polls a dataset, and directly after it those in the queue that are read from the same response. */
    private void poll(DatasetPoller first) {
        int before = cancellations.get();
        List<DatasetPoller> together = gate.client()
                .map(client -> pollers.together(first, new OneAnswer(client, settings)))
                .orElse(List.of(first));
        Schedule.Start start = first.start();
        SharedAnswer shared = new SharedAnswer();
        for (int i = 0; i < together.size() && (i == 0 || before == cancellations.get()); i++) {
            MDC.put("dataset", together.get(i).dataset().key());
            poll(together.get(i), start, shared.turn(i == together.size() - 1));
        }
    }

    private void poll(DatasetPoller poller, Schedule.Start start, SharedAnswer.Turn turn) {
        Optional<VendorClient> client = gate.client();
        Optional<PollLimits> limits = settings.limits();
        PollSettings row = row(poller);
        if (!pollers.ours() || client.isEmpty() || limits.isEmpty() || row == null) {
            poller.cancel();
            return;
        }
        StopSignal stop = poller.begin(start);
        if (stop == null) {
            return;
        }
        Dataset dataset = poller.dataset();
        PollCycle.Rules rules = new PollCycle.Rules(
                new FullPolls(
                        poller.full(), start.at(), row.interval(), limits.get().fullPollInterval()),
                new DeletionLimit(limits.get().deletionLimitPercent()));
        PollReport report = ListedPages.of(client.get(), dataset, row.itemsPerPage(), turn)
                .map(pages -> cycle.run(dataset, pages, rules, stop, poller))
                .orElseGet(() -> PollReport.failure(
                        PollOutcome.FAILED,
                        "the vendor profile has no listing " + dataset.key() + "; disable the dataset",
                        Progress.NONE,
                        null));
        if (stopping && report.outcome() == PollOutcome.FAILED) {
            LOG.info("the poll of {} was cut short: {}", dataset.key(), report.reason());
            return;
        }
        if (report.outcome() == PollOutcome.SUCCEEDED || report.outcome() == PollOutcome.HELD) {
            gate.works(client.get());
        }
        if (!poller.cancelled() && report.failure() != null) {
            // before the failure is visible: this refusal must not overtake a following login
            follow(poller, client.get(), report);
        }
        ledger.ended(poller, start.at(), poller.judged(report));
        if (report.outcome() == PollOutcome.FAILED && report.failure() == null) {
            pollers.doubt();
        }
        endedSinceIdle = true;
    }

    private void follow(DatasetPoller poller, VendorClient client, PollReport report) {
        if (report.failure() instanceof Unauthorized refusal) {
            gate.failed(client, refusal);
        } else if (Consequence.of(report.failure()) == Consequence.STOP) {
            poller.forbid(report.reason());
        }
    }

    private void accept(DatasetPoller poller, CompletableFuture<PollRecord> accepted) {
        try {
            accepted.complete(ledger.accepted(poller, cycle.accept(poller.dataset())));
            endedSinceIdle = true;
        } catch (StoreException e) {
            accepted.completeExceptionally(e);
        }
    }

    private PollSettings row(DatasetPoller poller) {
        return settings.polling().get(poller.dataset());
    }
}
