/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.LastCalls;
import io.vsatlink.simulator.http.Tally;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The log of calls to ETMS and their callers. Thread-safe. */
public final class EtmsCalls {
    private final LastCalls last;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    public EtmsCalls(Clock clock) {
        last = new LastCalls(clock);
        List.of("paths", "statuses", "usernames", "routes", "apiKeys", "sessions")
                .forEach(name -> tallies.put(name, new Tally(List.of())));
    }

    synchronized void add(Call call, Visitor visitor, Duration took) {
        count("paths", call.method() + " " + EtmsPath.of(call).resource());
        count("statuses", Integer.toString(call.status()));
        count("usernames", visitor.username());
        count("routes", visitor.route());
        count("apiKeys", visitor.apiKey());
        count("sessions", Integer.toString(visitor.session()));
        last.add(call, took, visitor.fields());
    }

    private void count(String tally, String name) {
        tallies.get(tally).count(name);
    }

    /** @param refusals the number of calls that the gateway refused, by error code */
    public synchronized Map<String, Object> counters(Map<String, Object> refusals) {
        Map<String, Object> counters = new LinkedHashMap<>();
        Map<String, Object> statuses = tallies.get("statuses").counts();
        counters.put(
                "requests",
                statuses.values().stream().mapToLong(each -> (Long) each).sum());
        tallies.forEach((name, tally) -> counters.put(name, tally.counts()));
        counters.put("faults", new TreeMap<>(refusals));
        return counters;
    }

    /** Returns the calls, the oldest first. */
    public List<Map<String, Object>> last() {
        return last.all();
    }

    public synchronized void reset() {
        last.clear();
        tallies.values().forEach(Tally::clear);
    }
}
