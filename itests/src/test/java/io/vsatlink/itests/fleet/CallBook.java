/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who has called which carrier, and when, as the network saw it. Thread-safe. */
final class CallBook {
    private final List<Call> calls = new ArrayList<>();

    /**
     * @param container the name of the one that called
     * @param carrier the port of its simulator
     * @param line the method and the target
     */
    record Call(Instant at, String container, int carrier, String line) {

        boolean isPageOf(Subject subject) {
            return carrier == subject.carrier() && line.startsWith(subject.calls());
        }
    }

    /** The beginning of what a client has sent. The rest of a request is of no interest. */
    void sent(String container, int carrier, String portion) {
        if (portion.startsWith("GET ") || portion.startsWith("POST ") || portion.startsWith("PATCH ")) {
            String line = portion.lines().findFirst().orElseThrow().replaceFirst(" HTTP/1.1$", "");
            synchronized (this) {
                calls.add(new Call(Instant.now(), container, carrier, line));
            }
        }
    }

    synchronized List<Call> all() {
        return List.copyOf(calls);
    }

    synchronized Optional<Call> first(Predicate<Call> wanted) {
        return calls.stream().filter(wanted).findFirst();
    }
}
