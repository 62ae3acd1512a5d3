/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.duty.ElsewhereException;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.parameters.Shown;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records and reports the end of a poll: first the journal, then the row's status, then the event. */
final class PollLedger {
    private static final Logger LOG = LoggerFactory.getLogger(PollLedger.class);

    private final String element;
    private final PollJournal journal;
    private final PollEvents events;
    private final Clock clock;

    PollLedger(String element, PollJournal journal, PollEvents events, Clock clock) {
        this.element = element;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing is polled or queued any more. */
    void completed(List<DatasetStatus> rows) {
        events.pollCompleted(rows, clock.instant());
    }

    void ended(DatasetPoller poller, Instant startedAt, PollReport report) {
        String showing = DatasetPoller.showing(report.outcome(), Shown.time(poller.lastSuccess()));
        PollRecord poll = record(poller, startedAt, report.outcome(), report.reason() + showing, report);
        enter(poll);
        if (!report.warning().isEmpty()) {
            LOG.warn("{}: {}", poll.dataset().key(), report.warning());
        }
        poller.end(poll, report);
        events.datasetPolled(poll);
    }

    /** The held generation is published; its poll remains the last one that began. */
    PollRecord accepted(DatasetPoller poller, Generation published) {
        PollRecord held = poller.last();
        PollRecord poll = new PollRecord(
                element,
                poller.dataset(),
                held == null ? clock.instant() : held.startedAt(),
                clock.instant(),
                PollOutcome.SUCCEEDED,
                "accepted: " + PollReport.changes(published),
                published.number(),
                held == null ? 0 : held.pages(),
                held == null ? 0 : held.items(),
                published.added(),
                published.changed(),
                published.removed(),
                false);
        enter(poll);
        poller.accept(poll, published);
        events.datasetPolled(poll);
        return poll;
    }

    private void enter(PollRecord poll) {
        LOG.info("{} {}: {}", poll.dataset().key(), poll.outcome(), poll.reason());
        try {
            journal.append(poll);
        } catch (ElsewhereException e) {
            LOG.debug("the journal is written by the container that polls now", e);
        } catch (StoreException e) {
            LOG.warn("the poll could not be recorded in the journal: {}", e.getMessage());
        }
    }

    private PollRecord record(
            DatasetPoller poller, Instant startedAt, PollOutcome outcome, String reason, PollReport report) {
        Generation published = report.generation();
        return new PollRecord(
                element,
                poller.dataset(),
                startedAt,
                clock.instant(),
                outcome,
                reason,
                published == null ? 0 : published.number(),
                report.progress().pages(),
                report.progress().items(),
                published == null ? 0 : published.added(),
                published == null ? 0 : published.changed(),
                published == null ? 0 : published.removed(),
                report.onlyChanges());
    }
}
