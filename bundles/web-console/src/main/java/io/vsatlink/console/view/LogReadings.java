/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.access.Roles;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Activity logs that are read for one page each. A call starts a reading and returns its id; others ask whether it has ended,
 * so that no thread of the host waits for the platform. Thread-safe.
 */
public final class LogReadings implements Api {
    /** The operation of the element that the role must allow. */
    private static final String OPERATION = "showActivityLog";

    /** Pages that were closed meanwhile never fetch what they started: the oldest readings are dropped. */
    private static final int KEPT = 50;

    private final Ticketing ticketing;
    private final Roles roles;

    private final Map<String, CompletableFuture<String>> readings = new LinkedHashMap<>();

    public LogReadings(Ticketing ticketing, Roles roles) {
        this.ticketing = ticketing;
        this.roles = roles;
    }

    private record Started(String id) {}

    /** @param text the log; null while it is being read */
    private record LogShown(String text) {}

    @Override
    public Map<String, Answer> answers() {
        return Map.of("POST /activity-log", this::start, "GET /activity-log", this::look);
    }

    private Object start(Call call) throws Refusal {
        if (!roles.may(call.session().roles(), OPERATION)) {
            throw new Refusal(403, "None of your roles allows you to " + OPERATION + ".");
        }
        try {
            return new Started(keep(ticketing.element(call.text("element")).activityLog(call.text("key"))));
        } catch (IllegalStateException e) {
            throw new Refusal(409, e.getMessage());
        }
    }

    private synchronized String keep(CompletableFuture<String> reading) {
        String id = UUID.randomUUID().toString();
        readings.put(id, reading);
        if (readings.size() > KEPT) {
            readings.remove(readings.keySet().iterator().next());
        }
        return id;
    }

    /** Ends the reading once its result was fetched. */
    private synchronized Object look(Call call) throws Refusal {
        String id = call.parameter("id");
        CompletableFuture<String> reading = readings.get(id);
        if (reading == null) {
            throw new Refusal(404, "This reading of the activity log was given up; start it again.");
        }
        if (!reading.isDone()) {
            return new LogShown(null);
        }
        readings.remove(id);
        try {
            return new LogShown(reading.join());
        } catch (CompletionException e) {
            throw new Refusal(
                    409, "The activity log could not be read: " + e.getCause().getMessage());
        }
    }
}
