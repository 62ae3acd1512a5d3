/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.kit.sync.Progress;
import io.vsatlink.kit.sync.SyncListener;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.remote.pace.PollRetry;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.satprov.poll.SatprovSettings.PollSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One row of the Polling Settings: the state of the dataset's polls. Thread-safe. */
final class DatasetPoller implements SyncListener {
    private final Dataset dataset;
    private final Schedule schedule;
    private final ChangeSignal changes;

    private PollStatus busy;
    private String waiting = "";
    private long pausedUntil;
    private String forbidden = "";
    private boolean cancelled;
    private StopSignal stop = new StopSignal();
    private Progress progress = Progress.NONE;
    private PollRecord last;
    private Instant lastSuccess;
    private Instant lastFull;
    private boolean fullAsked;
    private long totalItems;
    private int failures;
    private String warning = "";

    /** @param changes fired with every change of the status */
    DatasetPoller(Dataset dataset, Schedule schedule, ChangeSignal changes) {
        this.dataset = dataset;
        this.schedule = schedule;
        this.changes = changes;
        this.pausedUntil = schedule.in(Duration.ZERO);
    }

    Dataset dataset() {
        return dataset;
    }

    /**
     * Restores the state before the restart, so that nothing is forgotten or polled again.
     *
     * @param warned the warning of the last successful poll
     */
    void recall(String element, VsatStore store, PollJournal journal, String warned) {
        Optional<PollRecord> newest = journal.last(element, dataset);
        Optional<PollRecord> success = journal.lastSuccess(element, dataset);
        Generation current = store.current(element, dataset).orElse(null);
        int failed = newest.isEmpty() ? 0 : failures(journal.history(element, dataset, PollRetry.MOST_FAILURES));
        // readers of the row must not wait for the database
        recalled(newest.orElse(null), success.map(PollRecord::endedAt).orElse(null), current, failed, warned);
    }

    private synchronized void recalled(
            PollRecord newest, Instant successAt, Generation current, int failed, String warned) {
        warning = warned;
        last = newest;
        lastSuccess = successAt;
        totalItems = current == null ? 0 : current.rows();
        lastFull = current == null ? null : current.fullAt();
        failures = failed;
        if (last != null) {
            schedule.recall(last.startedAt());
            if (failures > 0) {
                schedule.recallRetry(last.endedAt(), PollRetry.pause(failures));
            }
            progress = new Progress(1, last.pages(), 0, last.items());
        }
        changes.fire();
    }

    /** The number of consecutive failures of the newest polls. */
    private static int failures(List<PollRecord> newestFirst) {
        return (int) newestFirst.stream()
                .takeWhile(poll -> poll.outcome() == PollOutcome.FAILED)
                .count();
    }

    /** The database is new and empty: the dataset is due at once. */
    synchronized void forget() {
        last = null;
        lastSuccess = null;
        lastFull = null;
        failures = 0;
        totalItems = 0;
        warning = "";
        schedule.forget();
        changes.fire();
    }

    /**
     * @param full whether a person asks for the whole listing; also of a poll that is already queued
     * @return false if the dataset is already queued or being polled
     */
    synchronized boolean queue(boolean full) {
        if (busy != null) {
            fullAsked |= full && busy == PollStatus.QUEUED;
            return false;
        }
        busy = PollStatus.QUEUED;
        cancelled = false;
        fullAsked = full;
        changes.fire();
        return true;
    }

    /** Whether a person asked that the poll that began last reads the whole listing. */
    synchronized boolean full() {
        return fullAsked;
    }

    /** The start of a poll that begins now. */
    Schedule.Start start() {
        return schedule.start();
    }

    /** Whether it waits for its poll. */
    synchronized boolean queued() {
        return busy == PollStatus.QUEUED;
    }

    /**
     * @param start of the poll, or of the first of the polls that share a response
     * @return the stop signal of the poll that begins now; null if it was removed from the queue in the meantime
     */
    synchronized StopSignal begin(Schedule.Start start) {
        if (busy != PollStatus.QUEUED) {
            return null;
        }
        busy = PollStatus.POLLING;
        stop = new StopSignal();
        pausedUntil = schedule.in(Duration.ZERO);
        schedule.begin(start);
        progress = Progress.NONE;
        changes.fire();
        return stop;
    }

    @Override
    public synchronized void advanced(Progress done) {
        progress = done;
        if (!waiting.isEmpty() && schedule.over(pausedUntil)) {
            waiting = "";
            changes.fire();
        }
    }

    @Override
    public synchronized void waits(String why, Duration pause) {
        waiting = why;
        pausedUntil = schedule.in(pause);
        changes.fire();
    }

    synchronized void end(PollRecord poll, PollReport report) {
        busy = null;
        waiting = "";
        last = poll;
        if (report.outcome() == PollOutcome.SUCCEEDED || report.outcome() == PollOutcome.HELD) {
            warning = report.warning();
            failures = 0;
        } else if (report.outcome() == PollOutcome.FAILED) {
            failures++;
            schedule.retry(PollRetry.pause(failures));
        }
        if (report.generation() != null) {
            accept(poll, report.generation());
        }
        changes.fire();
    }

    /** The held generation became current. */
    synchronized void accept(PollRecord poll, Generation published) {
        last = poll;
        lastSuccess = poll.endedAt();
        lastFull = published.fullAt();
        totalItems = published.rows();
        changes.fire();
    }

    /** Forbids further polls until {@link #allow}. */
    synchronized void forbid(String why) {
        forbidden = why;
    }

    synchronized void allow() {
        forbidden = "";
    }

    /** Why no poll may begin; empty if it may. */
    synchronized String forbidden() {
        return forbidden;
    }

    /**
     * Removes it from the queue, or stops the running poll.
     *
     * @return whether there was anything to cancel
     */
    synchronized boolean cancel() {
        boolean any = busy != null;
        if (busy == PollStatus.POLLING) {
            cancelled = true;
            stop.stop();
        } else {
            busy = null;
        }
        changes.fire();
        return any;
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    /** The report; a cancelled poll is reported as such. */
    PollReport judged(PollReport report) {
        return cancelled() && report.outcome() == PollOutcome.FAILED
                ? new PollReport(
                        PollOutcome.CANCELLED,
                        "cancelled after " + report.progress().done(),
                        report.progress(),
                        null,
                        report.failure(),
                        "",
                        report.onlyChanges())
                : report;
    }

    synchronized boolean busy() {
        return busy != null;
    }

    synchronized boolean due(PollSettings settings) {
        return settings != null
                && settings.enabled()
                && busy == null
                && forbidden.isEmpty()
                && schedule.due(settings.interval());
    }

    /** Whether it is due within a tenth of its interval: then it is polled with those that share its response. */
    boolean soon(PollSettings settings) {
        return settings != null
                && due(new PollSettings(
                        settings.enabled(),
                        settings.interval().minus(settings.interval().dividedBy(10)),
                        settings.itemsPerPage()));
    }

    synchronized PollRecord last() {
        return last;
    }

    synchronized Instant lastSuccess() {
        return lastSuccess;
    }

    /** @param settings the row's settings, null while they are invalid */
    synchronized DatasetStatus status(PollSettings settings) {
        boolean enabled = settings != null && settings.enabled();
        boolean planned = enabled && busy == null && forbidden.isEmpty();
        return new DatasetStatus(
                dataset,
                enabled,
                status(enabled),
                reason(enabled),
                warning,
                progress.pages(),
                progress.pagesTotal(),
                progress.items(),
                totalItems,
                last == null ? null : last.outcome(),
                lastSuccess,
                lastFull,
                schedule.startedAt(),
                planned ? schedule.next(settings.interval()) : null);
    }

    private PollStatus status(boolean enabled) {
        if (busy != null) {
            return waiting.isEmpty() ? busy : PollStatus.WAITING;
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
        if (busy == null && !forbidden.isEmpty() && last != null) {
            return last.reason() + "; not polled again until somebody logs in or changes a setting";
        }
        if (busy == PollStatus.QUEUED) {
            return "waiting for the polls before it";
        }
        if (busy == PollStatus.POLLING) {
            return waiting.isEmpty() ? progress.done() : waiting;
        }
        if (last == null) {
            return enabled ? "never polled; due as soon as the login succeeds" : "never polled";
        }
        return last.reason();
    }

    /** The data shown after an unsuccessful poll, as the end of a Reason. */
    static String showing(PollOutcome outcome, String lastGood) {
        if (outcome == PollOutcome.SUCCEEDED) {
            return "";
        }
        return lastGood.isEmpty() ? "; no data yet" : "; showing data of " + lastGood;
    }
}
