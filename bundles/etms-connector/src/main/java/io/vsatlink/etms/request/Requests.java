/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The requests of a system at one moment.
 *
 * @param entries unfinished ones first; may be incomplete
 * @param counts of all requests
 * @param oldestAge the age of the oldest unfinished request; zero if there is none
 * @param problem why they can't be read, as a sentence; empty if they can
 */
public record Requests(List<OutboxEntry> entries, OutboxCounts counts, Duration oldestAge, String problem) {
    static final Requests NONE = new Requests(List.of(), new OutboxCounts(0, 0, 0, 0, null), Duration.ZERO, "");

    private static final Set<RequestState> ON_THE_WAY = EnumSet.of(RequestState.WAITING, RequestState.CLAIMED);

    public Requests {
        entries = List.copyOf(entries);
    }

    /** Counts the rows themselves, so that the counts belong to the same moment as the rows. */
    static OutboxCounts counts(List<OutboxEntry> all) {
        Set<String> postponed = all.stream()
                .filter(OutboxEntry::postponed)
                .map(entry -> entry.request().reference())
                .collect(Collectors.toSet());
        Instant oldest = all.stream()
                .filter(entry -> !postponed.contains(entry.request().reference()))
                .filter(entry -> ON_THE_WAY.contains(entry.state()) || entry.state() == RequestState.BLOCKED)
                .map(OutboxEntry::createdAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new OutboxCounts(
                count(all, ON_THE_WAY),
                count(all, Set.of(RequestState.DELIVERED)),
                count(all, Set.of(RequestState.BLOCKED)),
                count(all, Set.of(RequestState.DISCARDED)),
                oldest);
    }

    private static long count(List<OutboxEntry> all, Set<RequestState> states) {
        return all.stream().filter(entry -> states.contains(entry.state())).count();
    }

    Requests unread(String why) {
        return new Requests(List.of(), counts, oldestAge, why);
    }
}
