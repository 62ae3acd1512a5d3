/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.element;

import io.vsatlink.etms.connection.Activity;
import io.vsatlink.etms.connection.ActivityLog;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.LogReading;
import io.vsatlink.etms.connection.PacedApi;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads activity logs for users: a few at a time, at the pace of all calls, on its own threads. The number of readers does not
 * delay the element's own work. Thread-safe.
 */
public final class ActivityLogs {
    /** The number of logs read at once. */
    public static final int PARALLEL = 2;

    /** The number of readings that may wait. */
    public static final int WAITING = 8;

    private final ConnectionGate<EtmsApi> gate;
    private final PatientCaller caller;
    private final Executor readers;
    private final StopSignal stop = new StopSignal();
    private volatile String shown = "";

    /** @param readers runs the readings; rejects those that exceed its capacity */
    public ActivityLogs(ConnectionGate<EtmsApi> gate, PatientCaller caller, Executor readers) {
        this.gate = gate;
        this.caller = caller;
        this.readers = readers;
    }

    /**
     * Reads a ticket's log for one caller.
     *
     * @throws IllegalStateException with a sentence if too many readings are waiting
     */
    CompletableFuture<String> read(String ticketId) {
        return queued(ticketId, () -> text(log(ticketId)));
    }

    /** Like {@link #read}, and {@link #shown} returns it afterwards. */
    CompletableFuture<String> show(String ticketId) {
        return queued(ticketId, () -> showing(ticketId));
    }

    private CompletableFuture<String> queued(String ticketId, Supplier<String> reading) {
        try {
            return CompletableFuture.supplyAsync(reading, readers);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException(
                    "the activity log of " + ticketId + " is not read: " + (PARALLEL + WAITING)
                            + " others are being read or waiting; try again in a moment",
                    e);
        }
    }

    /** The log that was shown last; if reading failed, a sentence with the reason. */
    String shown() {
        return shown;
    }

    public void stop() {
        stop.stop();
    }

    private String showing(String ticketId) {
        shown = "The activity log of " + ticketId + " is being read.";
        try {
            String text = text(log(ticketId));
            // several users may read different tickets at once, so the text must name its ticket
            shown = "Activity log of " + ticketId + "\n\n" + text;
            return text;
        } catch (IllegalArgumentException | IllegalStateException e) {
            shown = "The activity log of " + ticketId + " could not be read: " + e.getMessage();
            throw e;
        }
    }

    private ActivityLog log(String ticketId) {
        EtmsApi api = gate.client()
                .orElseThrow(() -> new IllegalStateException(
                        "ETMS is not called: " + gate.connection().reason()));
        try {
            return LogReading.of(new PacedApi(api, caller, stop), ticketId)
                    .orElseThrow(() -> new IllegalArgumentException("ETMS has no ticket " + ticketId));
        } catch (VendorException e) {
            gate.failed(api, e);
            throw new IllegalStateException(e.getMessage(), e);
        } catch (PacedApi.NotSent e) {
            throw new IllegalStateException("the element was stopped", e);
        }
    }

    private static String text(ActivityLog log) {
        String entries = log.activities().stream().map(ActivityLogs::entry).collect(Collectors.joining("\n"));
        String problems = log.problems().stream()
                .map("Not all of the log is shown: %s.%n"::formatted)
                .collect(Collectors.joining());
        return entries.isEmpty() || problems.isEmpty() ? entries + problems : entries + "\n" + problems;
    }

    private static String entry(Activity activity) {
        return "%s %s %s%n%s%n".formatted(activity.time(), activity.author(), activity.type(), activity.text());
    }
}
