/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the calls of the vendor and stores the most recent ones. Thread-safe. */
public final class CallLog {
    private static final String API = "/api/v1/";

    private final List<String> datasets;
    private final LastCalls last;
    private final Tally pages;
    private final Tally statuses = new Tally(List.of());
    private long requests;
    private long logins;
    private long loginFailures;

    public CallLog(Clock clock, List<String> datasets) {
        this.datasets = List.copyOf(datasets);
        last = new LastCalls(clock);
        pages = new Tally(datasets);
    }

    public synchronized void add(Call call, Duration took) {
        requests++;
        statuses.count(Integer.toString(call.status()));
        String resource = call.path().startsWith(API) ? call.path().substring(API.length()) : "";
        if (resource.equals("auth/login")) {
            logins++;
            loginFailures += call.status() == 200 ? 0 : 1;
        } else if (call.status() == 200 && datasets.contains(resource)) {
            pages.count(resource);
        }
        last.add(call, took, Map.of());
    }

    public synchronized Map<String, Object> counters() {
        Map<String, Object> counters = new LinkedHashMap<>();
        counters.put("requests", requests);
        counters.put("logins", logins);
        counters.put("loginFailures", loginFailures);
        counters.put("pages", pages.counts());
        counters.put("statuses", statuses.counts());
        return counters;
    }

    /** Returns the calls, the oldest first. */
    public synchronized List<Map<String, Object>> last() {
        return last.all();
    }

    public synchronized void reset() {
        requests = 0;
        logins = 0;
        loginFailures = 0;
        last.clear();
        statuses.clear();
        pages.clear();
    }
}
