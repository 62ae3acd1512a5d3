package io.vsatlink.simulator.http;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the vendor was asked and remembers the last calls. Thread-safe. */
public final class CallLog {
    public static final int REMEMBERED = 1000;

    private static final String API = "/api/v1/";
    private static final List<String> CREDENTIALS =
            List.of("Authorization", "Proxy-Authorization", "Cookie", "x-apikey");

    private final Clock clock;
    private final List<String> datasets;
    private final Deque<Map<String, Object>> last = new ArrayDeque<>();
    private final Map<String, Object> pages = new LinkedHashMap<>();
    private final Map<String, Object> statuses = new TreeMap<>();
    private long requests;
    private long logins;
    private long loginFailures;

    public CallLog(Clock clock, List<String> datasets) {
        this.clock = clock;
        this.datasets = List.copyOf(datasets);
        reset();
    }

    public synchronized void add(Call call, Duration took) {
        requests++;
        statuses.merge(Integer.toString(call.status()), 1L, (a, b) -> (Long) a + (Long) b);
        String resource = call.path().startsWith(API) ? call.path().substring(API.length()) : "";
        if (resource.equals("auth/login")) {
            logins++;
            loginFailures += call.status() == 200 ? 0 : 1;
        } else if (call.status() == 200 && pages.containsKey(resource)) {
            pages.merge(resource, 1L, (a, b) -> (Long) a + (Long) b);
        }
        if (last.size() == REMEMBERED) {
            last.removeFirst();
        }
        last.addLast(entry(call, took));
    }

    private Map<String, Object> entry(Call call, Duration took) {
        Map<String, Object> credentials = new LinkedHashMap<>();
        CREDENTIALS.forEach(name -> credentials.put(name, call.header(name).isPresent()));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("time", clock.instant().toString());
        entry.put("method", call.method());
        entry.put("target", call.target());
        entry.put("status", call.status());
        entry.put("ms", took.toMillis());
        entry.put("credentials", credentials);
        return entry;
    }

    public synchronized Map<String, Object> counters() {
        Map<String, Object> counters = new LinkedHashMap<>();
        counters.put("requests", requests);
        counters.put("logins", logins);
        counters.put("loginFailures", loginFailures);
        counters.put("pages", new LinkedHashMap<>(pages));
        counters.put("statuses", new LinkedHashMap<>(statuses));
        return counters;
    }

    /** Oldest first. */
    public synchronized List<Map<String, Object>> last() {
        return List.copyOf(last);
    }

    public synchronized void reset() {
        requests = 0;
        logins = 0;
        loginFailures = 0;
        last.clear();
        statuses.clear();
        datasets.forEach(path -> pages.put(path, 0L));
    }
}
