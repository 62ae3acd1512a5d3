package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.satprov.SatprovSettings.PollSettings;
import java.time.Instant;

/** One row of the Polling Settings: what is known of the dataset's polls. Thread-safe. */
final class DatasetPoller {
    private final Dataset dataset;

    private PollStatus busy;
    private boolean cancelled;
    private Progress progress = Progress.NONE;
    private Instant startedAt;
    private PollRecord last;
    private Instant lastSuccess;
    private long totalItems;

    DatasetPoller(Dataset dataset) {
        this.dataset = dataset;
    }

    Dataset dataset() {
        return dataset;
    }

    /** Recalls what an earlier start left behind, so that a restart neither forgets nor polls again. */
    synchronized void recall(String element, VsatStore store, PollJournal journal) {
        last = journal.last(element, dataset).orElse(null);
        lastSuccess =
                journal.lastSuccess(element, dataset).map(PollRecord::endedAt).orElse(null);
        totalItems = store.current(element, dataset).map(Generation::rows).orElse(0L);
        if (last != null) {
            startedAt = last.startedAt();
            progress = new Progress(last.pages(), 0, last.items());
        }
    }

    /** @return false where the dataset is queued or polled already */
    synchronized boolean queue() {
        if (busy != null) {
            return false;
        }
        busy = PollStatus.QUEUED;
        return true;
    }

    /** @return false where it was taken out of the queue meanwhile */
    synchronized boolean begin(Instant now) {
        if (busy != PollStatus.QUEUED) {
            return false;
        }
        busy = PollStatus.POLLING;
        cancelled = false;
        startedAt = now;
        progress = Progress.NONE;
        return true;
    }

    synchronized void advance(Progress done) {
        progress = done;
    }

    synchronized void end(PollRecord poll, Generation published) {
        busy = null;
        last = poll;
        if (published != null) {
            lastSuccess = poll.endedAt();
            totalItems = published.rows();
        }
    }

    /**
     * Takes it out of the queue, or asks the running poll to end.
     *
     * @return whether there was anything to cancel
     */
    synchronized boolean cancel() {
        boolean any = busy != null;
        if (busy == PollStatus.POLLING) {
            cancelled = true;
        } else {
            busy = null;
        }
        return any;
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    synchronized boolean busy() {
        return busy != null;
    }

    synchronized boolean due(PollSettings settings, Instant now) {
        return settings != null
                && settings.enabled()
                && busy == null
                && (startedAt == null || !now.isBefore(startedAt.plus(settings.interval())));
    }

    /** @param settings the row's settings, null while they are not good */
    synchronized DatasetStatus status(PollSettings settings) {
        boolean enabled = settings != null && settings.enabled();
        Instant next = enabled && busy == null && startedAt != null ? startedAt.plus(settings.interval()) : null;
        return new DatasetStatus(
                dataset,
                enabled,
                status(enabled),
                reason(enabled),
                progress.pages(),
                progress.pagesTotal(),
                progress.items(),
                totalItems,
                last == null ? null : last.outcome(),
                lastSuccess,
                startedAt,
                next);
    }

    private PollStatus status(boolean enabled) {
        if (busy != null) {
            return busy;
        }
        if (!enabled) {
            return PollStatus.DISABLED;
        }
        if (last == null) {
            return PollStatus.NOT_POLLED;
        }
        return switch (last.outcome()) {
            case SUCCEEDED -> PollStatus.SUCCEEDED;
            case HELD -> PollStatus.HELD;
            case FAILED, CANCELLED -> PollStatus.FAILED;
        };
    }

    private String reason(boolean enabled) {
        if (busy == PollStatus.QUEUED) {
            return "waits for the polls before it";
        }
        if (busy == PollStatus.POLLING) {
            return progress.at() + ", " + progress.items() + " rows so far";
        }
        if (last == null) {
            return enabled ? "never polled; due as soon as the login is a success" : "never polled";
        }
        return last.reason();
    }

    /** What readers see while the last poll did not succeed, as the end of a Reason. */
    static String showing(PollOutcome outcome, String lastGood) {
        if (outcome == PollOutcome.SUCCEEDED) {
            return "";
        }
        return lastGood.isEmpty() ? "; there is no data yet" : "; showing data of " + lastGood;
    }

    synchronized Instant lastSuccess() {
        return lastSuccess;
    }
}
