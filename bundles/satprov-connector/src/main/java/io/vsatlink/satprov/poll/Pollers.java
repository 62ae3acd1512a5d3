/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.kit.sync.FieldMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of the Polling Settings, and what the database knows of them. Thread-safe. */
final class Pollers {
    private static final Logger LOG = LoggerFactory.getLogger(Pollers.class);

    private final String element;
    private final VsatStore store;
    private final PollJournal journal;
    private final ElementMemory memory;
    private final DatabaseMark mark;
    private final PollDuty duty;
    private final Map<Dataset, DatasetPoller> pollers = new EnumMap<>(Dataset.class);
    /** A poll failed, but not because of the vendor: the database may be a new one when it is available again. */
    private volatile boolean doubtful;

    Pollers(String element, PollQueue.StorePorts ports, PollQueue.Resources resources) {
        this.element = element;
        this.store = ports.store();
        this.journal = ports.journal();
        this.memory = ports.memory();
        this.duty = ports.duty();
        this.mark = new DatabaseMark(memory, element);
        for (Dataset dataset : Dataset.values()) {
            Schedule schedule = new Schedule(resources.clock(), resources.nanoTime());
            pollers.put(dataset, new DatasetPoller(dataset, schedule, resources.changes()));
        }
    }

    DatasetPoller of(Dataset dataset) {
        return pollers.get(dataset);
    }

    /** Allows polls of datasets again that the vendor refused. */
    void allow() {
        pollers.values().forEach(DatasetPoller::allow);
    }

    /** Whether this container polls them. */
    boolean ours() {
        return duty.ours();
    }

    /** That another container polls them, as a sentence without its end; empty if none is known to. */
    String elsewhere() {
        return duty.elsewhere();
    }

    /** Lets another container poll them. */
    void leave() {
        duty.close();
    }

    /** Restores the state of earlier polls. */
    void recall() {
        mark.leave();
        pollers.values()
                .forEach(poller -> poller.recall(
                        element,
                        store,
                        journal,
                        new FieldMemory(memory, element, "satprov", poller.dataset()).warning()));
    }

    /** The database failed in a poll: it may be replaced by a new one. */
    void doubt() {
        doubtful = true;
    }

    /**
     * Those that are due. All are, where the database is a new one.
     *
     * @throws StoreException if the database is not available: what is due then waits for it
     */
    List<DatasetPoller> due(SatprovSettings settings) {
        if (doubtful) {
            if (mark.leave()) {
                LOG.warn("The database is new: all datasets are polled");
                pollers.values().forEach(DatasetPoller::forget);
            }
            doubtful = false;
        }
        List<DatasetPoller> due = pollers.values().stream()
                .filter(poller -> poller.due(settings.polling().get(poller.dataset())))
                .toList();
        if (!due.isEmpty()) {
            store.elements();
        }
        return due;
    }

    /** Those that are due soon and are read from the same response as one that is due. */
    List<DatasetPoller> dueWith(List<DatasetPoller> due, OneAnswer answer) {
        return pollers.values().stream()
                .filter(poller -> !due.contains(poller))
                .filter(poller -> due.stream().anyMatch(each -> answer.has(each.dataset(), poller.dataset())))
                .filter(poller -> poller.soon(answer.settings().polling().get(poller.dataset())))
                .toList();
    }

    /** A dataset, then those in the queue that are read from the same response. */
    List<DatasetPoller> together(DatasetPoller first, OneAnswer answer) {
        Stream<DatasetPoller> others = pollers.values().stream()
                .filter(poller -> poller.queued() && answer.has(first.dataset(), poller.dataset()));
        return Stream.concat(Stream.of(first), others).toList();
    }

    boolean busy() {
        return pollers.values().stream().anyMatch(DatasetPoller::busy);
    }

    /** @return the number of cancelled polls, those in the queue among them */
    int cancel() {
        return (int) pollers.values().stream().filter(DatasetPoller::cancel).count();
    }

    /** All rows at one moment. */
    List<DatasetStatus> status(SatprovSettings settings) {
        List<DatasetStatus> rows = new ArrayList<>();
        holding(pollers.values().iterator(), settings, rows);
        Collections.reverse(rows);
        return List.copyOf(rows);
    }

    /** None of them changes until all are held, and then until it has been looked at. */
    private static void holding(Iterator<DatasetPoller> rest, SatprovSettings in, List<DatasetStatus> rows) {
        if (rest.hasNext()) {
            DatasetPoller poller = rest.next();
            synchronized (poller) {
                holding(rest, in, rows);
                rows.add(poller.status(in.polling().get(poller.dataset())));
            }
        }
    }
}
