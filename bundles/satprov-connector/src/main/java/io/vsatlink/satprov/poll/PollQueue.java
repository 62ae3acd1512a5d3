package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.parameters.Shown;
import io.vsatlink.satprov.SatprovSettings.PollSettings;
import io.vsatlink.satprov.login.LoginGate;
import io.vsatlink.satprov.vendor.SatprovClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The polls of an element, one after the other on its worker thread. Thread-safe; {@link #recall} and {@link #pollDue}
 * belong on the element's clock thread, the rest may be called by anybody and never blocks.
 */
public final class PollQueue {
    private static final Logger LOG = LoggerFactory.getLogger(PollQueue.class);

    private final String element;
    private final VsatStore store;
    private final PollJournal journal;
    private final LoginGate gate;
    private final PollEvents events;
    private final Executor worker;
    private final Clock clock;
    private final PollCycle cycle;
    private final List<DatasetPoller> pollers =
            Arrays.stream(Dataset.values()).map(DatasetPoller::new).toList();
    private volatile Map<Dataset, PollSettings> settings = Map.of();
    private boolean endedSinceIdle;

    public PollQueue(
            String element,
            VsatStore store,
            PollJournal journal,
            LoginGate gate,
            PollEvents events,
            Executor worker,
            Clock clock) {
        this.element = element;
        this.store = store;
        this.journal = journal;
        this.gate = gate;
        this.events = events;
        this.worker = worker;
        this.clock = clock;
        this.cycle = new PollCycle(store, element);
    }

    /** Takes new settings; a running poll goes on with those it began with. */
    public void use(Map<Dataset, PollSettings> next) {
        settings = next;
    }

    /** Recalls earlier polls. */
    public void recall() {
        pollers.forEach(poller -> poller.recall(element, store, journal));
    }

    /** Queues what is due. */
    public void pollDue() {
        Instant now = clock.instant();
        if (gate.client().isPresent()) {
            pollers.stream()
                    .filter(poller -> poller.due(settings.get(poller.dataset()), now))
                    .forEach(this::submit);
        }
    }

    /**
     * Queues a dataset, also a disabled one.
     *
     * @return false where it is queued or polled already
     */
    public boolean poll(Dataset dataset) {
        return submit(pollers.get(indexOf(dataset)));
    }

    /**
     * Ends the running poll and empties the queue. What was published before stays.
     *
     * @return how many polls that were
     */
    public int cancel() {
        int cancelled = (int) pollers.stream().filter(DatasetPoller::cancel).count();
        gate.abortCalls();
        return cancelled;
    }

    /** The rows of the Polling Settings. */
    public List<DatasetStatus> status() {
        return pollers.stream()
                .map(poller -> poller.status(settings.get(poller.dataset())))
                .toList();
    }

    private boolean submit(DatasetPoller poller) {
        if (!poller.queue()) {
            return false;
        }
        worker.execute(() -> run(poller));
        return true;
    }

    private void run(DatasetPoller poller) {
        MDC.put("element", element);
        MDC.put("dataset", poller.dataset().key());
        try {
            Optional<SatprovClient> client = gate.client();
            PollSettings row = settings.get(poller.dataset());
            if (client.isEmpty() || row == null) {
                poller.cancel();
            } else if (poller.begin(clock.instant())) {
                poll(poller, client.get(), row);
                endedSinceIdle = true;
            }
            gate.closeRetired();
            if (endedSinceIdle && pollers.stream().noneMatch(DatasetPoller::busy)) {
                endedSinceIdle = false;
                events.pollCompleted(status(), clock.instant());
            }
        } catch (StoreException e) {
            LOG.warn("nobody was told that the polls are done: {}", e.getMessage());
        } finally {
            MDC.clear();
        }
    }

    private void poll(DatasetPoller poller, SatprovClient client, PollSettings row) {
        Instant startedAt = clock.instant();
        PollReport report = cycle.run(row.itemsPerPage(), client, poller);
        if (report.refusal() != null) {
            gate.refusedDuringPoll(client, report.refusal());
        }
        PollRecord poll = record(poller, startedAt, report);
        LOG.info("{} {}: {}", poll.dataset().key(), poll.outcome(), poll.reason());
        try {
            journal.append(poll);
        } catch (StoreException e) {
            LOG.warn("the poll is not in the journal: {}", e.getMessage());
        }
        poller.end(poll, report.generation());
        events.datasetPolled(poll);
    }

    private PollRecord record(DatasetPoller poller, Instant startedAt, PollReport report) {
        Generation published = report.generation();
        String showing = DatasetPoller.showing(report.outcome(), Shown.time(poller.lastSuccess()));
        return new PollRecord(
                element,
                poller.dataset(),
                startedAt,
                clock.instant(),
                report.outcome(),
                report.reason() + showing,
                published == null ? 0 : published.number(),
                report.progress().pages(),
                report.progress().items(),
                published == null ? 0 : published.added(),
                published == null ? 0 : published.changed(),
                published == null ? 0 : published.removed());
    }

    private static int indexOf(Dataset dataset) {
        return Arrays.asList(Dataset.values()).indexOf(dataset);
    }
}
