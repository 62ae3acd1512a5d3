/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.hygiene;

import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.connection.FoundTicket;
import io.vsatlink.etms.connection.Lookup;
import io.vsatlink.parameters.Durations;
import io.vsatlink.remote.failure.VendorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides about a new ticket for a circuit and category that may have an open one. New tickets for the same circuit and category
 * are decided one after the other, so that the first one is known to the next, in whatever container.
 */
final class SecondTicket {
    /** How many tickets ETMS is asked about; of more than one open ticket, the newest gets the note. */
    private static final int ASKED = 5;

    /** A wait normally ends when the other request does; this one is for a container that died in between. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** The wait for a closing, whose end is not reported to those for other names of the ticket. */
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** The wait for a request that is being sent, and may end before this one is seen to wait. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final String SAME = "for the same circuit and category";

    private final Outbox outbox;
    private final TicketMirror mirror;

    SecondTicket(Outbox outbox, TicketMirror mirror) {
        this.outbox = outbox;
        this.mirror = mirror;
    }

    Decision decide(OutboxEntry entry, HygieneRules rules, EtmsApi api) throws VendorException {
        Map<String, String> subject = subject(entry);
        if (!rules.mayNote() || subject.isEmpty()) {
            return new Decision.Send();
        }
        List<OutboxEntry> all = outbox.submissions(entry.system(), subject);
        String rule = rule(entry, all, rules);
        if (rule.isEmpty()) {
            return new Decision.Send();
        }
        List<OutboxEntry> others =
                all.stream().filter(other -> other.id() != entry.id()).toList();
        Optional<OutboxEntry> first =
                others.stream().filter(other -> isBefore(other, entry)).min(Comparator.comparing(OutboxEntry::id));
        if (first.isPresent()) {
            return waiting(
                    first.get(),
                    LONGEST_WAIT,
                    "waits for request " + first.get().id() + ", another new ticket " + SAME + rule);
        }
        for (String ticketId : candidates(entry, subject, others)) {
            if (api.ticket(ticketId) instanceof Lookup.Found found
                    && found.ticket().open()) {
                return onOpen(entry, ticketId, rule);
            }
        }
        return new Decision.Send();
    }

    private Decision onOpen(OutboxEntry entry, String ticketId, String rule) {
        Optional<OutboxEntry> closing = outbox.open(entry.system(), ticketId).stream()
                .filter(each -> each.request().kind() == RequestKind.CLOSE && each.state() != RequestState.BLOCKED)
                .findFirst();
        if (closing.isPresent()) {
            return waiting(
                    closing.get(),
                    CLOSING,
                    "waits until request " + closing.get().id() + " has closed ticket " + ticketId + ", which is open "
                            + SAME + rule);
        }
        String reason =
                "a note on ticket " + ticketId + ", which is open " + SAME + ", instead of a second ticket" + rule;
        return new Decision.Note(ticketId, text(entry.request()), reason);
    }

    /** What is about a circuit; empty for others. */
    private static Map<String, String> subject(OutboxEntry entry) {
        Map<String, String> fields = entry.request().fields();
        String circuit = fields.getOrDefault("circuitId", "");
        String category = fields.getOrDefault("category", "");
        return circuit.isEmpty() || category.isEmpty() ? Map.of() : Map.of("circuitId", circuit, "category", category);
    }

    /** Returns the rule that allows a note, as the end of a sentence; empty if none does. */
    private static String rule(OutboxEntry entry, List<OutboxEntry> all, HygieneRules rules) {
        if (rules.noteWhileOpen()) {
            return " (secondTicket note)";
        }
        Instant begin = entry.createdAt().minus(rules.flapWindow());
        long count = all.stream()
                .filter(each -> each.id() <= entry.id() && each.createdAt().isAfter(begin))
                .count();
        return count < rules.flapCount()
                ? ""
                : " (" + count + " new tickets within " + Durations.format(rules.flapWindow()) + ", flapCount "
                        + rules.flapCount() + ")";
    }

    /** An earlier one that may become a ticket, or one that is being sent, whichever was accepted first. */
    private static boolean isBefore(OutboxEntry other, OutboxEntry entry) {
        return other.state() == RequestState.CLAIMED
                || (other.state() == RequestState.WAITING && other.id() < entry.id());
    }

    private static Decision waiting(OutboxEntry other, Duration most, String reason) {
        return new Decision.Wait(other.state() == RequestState.CLAIMED ? SOON : most, reason);
    }

    /** The tickets that may be open: those of earlier requests, and those that the mirror has. */
    private Set<String> candidates(OutboxEntry entry, Map<String, String> subject, List<OutboxEntry> others) {
        Set<String> found = new LinkedHashSet<>();
        try (Snapshot snapshot = mirror.snapshot(entry.system())) {
            List<FoundTicket> mirrored = new ArrayList<>(
                    snapshot.find(TicketListing.TICKETS, "circuitId", List.of(subject.get("circuitId"))).stream()
                            .map(row -> FoundTicket.of(row.values()))
                            .filter(ticket -> ticket.text("category").equalsIgnoreCase(subject.get("category")))
                            .toList());
            Set<String> over = new LinkedHashSet<>(mirrored.stream()
                    .filter(FoundTicket::over)
                    .map(FoundTicket::ticketId)
                    .toList());
            mirrored.sort(Comparator.comparing((FoundTicket ticket) -> ticket.text("createdDate"))
                    .reversed());
            Stream.concat(
                            others.stream()
                                    .filter(other -> other.state() == RequestState.DELIVERED)
                                    .map(OutboxEntry::ticketId),
                            mirrored.stream()
                                    .filter(ticket -> ticket.open()
                                            && !ticket.externalId()
                                                    .equals(entry.request().reference()))
                                    .map(FoundTicket::ticketId))
                    .filter(ticketId -> !ticketId.isEmpty() && !over.contains(ticketId))
                    .distinct()
                    .limit(ASKED)
                    .forEach(found::add);
        }
        return found;
    }

    private static String text(TicketRequest request) {
        Map<String, String> fields = request.fields();
        String severity = fields.getOrDefault("severity", "");
        String text = "Reported again (" + request.reference() + (severity.isEmpty() ? "" : ", severity " + severity)
                + "): " + fields.getOrDefault("summary", "");
        String description = fields.getOrDefault("description", "");
        return description.isEmpty() ? text : text + "\n\n" + description;
    }

    /** The next one for this circuit and category is decided at once. */
    void next(OutboxEntry ended) {
        outbox.submissions(ended.system(), subject(ended)).stream()
                .filter(OutboxEntry::postponed)
                .min(Comparator.comparing(OutboxEntry::id))
                .ifPresent(next -> outbox.waited(ended.system(), List.of(next.id())));
    }
}
