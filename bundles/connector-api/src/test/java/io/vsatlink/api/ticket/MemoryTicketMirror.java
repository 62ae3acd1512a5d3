/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.api.store.MemoryVsatStore.Slot;
import io.vsatlink.api.store.RowVersion;
import io.vsatlink.api.store.Snapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The mirror in memory, over the generations of a {@link MemoryVsatStore}: for tests. */
public final class MemoryTicketMirror implements TicketMirror {

    /** All generations up to this one were told, and of the next one all tickets up to this one. */
    private record Place(long generation, String ticketId) {}

    private final MemoryVsatStore store;
    private final Map<List<String>, Place> places = new ConcurrentHashMap<>();

    public MemoryTicketMirror(MemoryVsatStore store) {
        this.store = store;
    }

    /** The mirror as it is after the process was killed. */
    public MemoryTicketMirror restarted() {
        MemoryTicketMirror next = new MemoryTicketMirror(store.restarted());
        next.places.putAll(places);
        return next;
    }

    private static Slot slot(String system) {
        return new Slot(system, TicketListing.TICKETS);
    }

    @Override
    public GenerationWriter open(String system) {
        return store.open(slot(system));
    }

    @Override
    public Optional<Generation> current(String system) {
        return store.current(slot(system));
    }

    @Override
    public Snapshot snapshot(String system) {
        return store.snapshot(system);
    }

    @Override
    public List<RowVersion> history(String system, String ticketId) {
        return store.history(slot(system), ticketId);
    }

    @Override
    public TicketCounts counts(String system, String managedBy) {
        Map<TicketCategory, Long> byCategory = new EnumMap<>(TicketCategory.class);
        long total = 0;
        long managed = 0;
        long other = 0;
        try (Snapshot snapshot = snapshot(system);
                Stream<Row> rows = snapshot.rows(TicketListing.TICKETS)) {
            for (Row row : rows.toList()) {
                Ticket ticket = new Ticket(row);
                Optional<TicketCategory> category = TicketCategory.labelled(ticket.category());
                category.ifPresent(known -> byCategory.merge(known, 1L, Long::sum));
                total++;
                other += category.isPresent() ? 0 : 1;
                managed += ticket.managedBy(managedBy) ? 1 : 0;
            }
        }
        return new TicketCounts(total, managed, byCategory, other);
    }

    @Override
    public List<TicketChange> changes(String system, String follower, int limit) {
        long current = current(system).map(Generation::number).orElse(0L);
        Place place = places.getOrDefault(List.of(system, follower), new Place(0, ""));
        for (long generation = place.generation(); generation < current; generation++) {
            List<TicketChange> found =
                    changes(system, generation, generation == place.generation() ? place.ticketId() : "");
            if (!found.isEmpty()) {
                return found.subList(0, Math.min(limit, found.size()));
            }
        }
        return List.of();
    }

    private List<TicketChange> changes(String system, long generation, String beyond) {
        Map<String, Row> before = store.rows(slot(system), generation);
        Map<String, Row> after = store.rows(slot(system), generation + 1);
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<TicketChange> changes = new ArrayList<>();
        for (String key : keys.tailSet(beyond, false)) {
            Row was = before.get(key);
            Row is = after.get(key);
            if (was == null || !was.equals(is)) {
                changes.add(new TicketChange(
                        generation + 1,
                        Optional.ofNullable(was).map(Ticket::new),
                        Optional.ofNullable(is).map(Ticket::new)));
            }
        }
        return changes;
    }

    @Override
    public void told(String system, String follower, TicketChange last) {
        places.put(List.of(system, follower), new Place(last.generation() - 1, last.ticketId()));
    }

    @Override
    public void forget(String system, String follower) {
        places.remove(List.of(system, follower));
    }
}
