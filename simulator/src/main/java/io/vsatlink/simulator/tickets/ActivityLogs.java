/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The activity logs of all tickets, the oldest entry first. The past of a generated ticket is generated on demand, and
 * stored only when an entry is added. Guarded by the books that contain it.
 */
final class ActivityLogs {
    private final Map<Integer, List<Activity>> kept = new HashMap<>();
    private final Map<String, String> byReference = new HashMap<>();

    List<Activity> of(int number, Ticket ticket) {
        List<Activity> log = kept.get(number);
        return log == null ? Past.of(ticket) : List.copyOf(log);
    }

    void begin(int number, Ticket ticket) {
        List<Activity> log = new ArrayList<>();
        kept.put(number, log);
        String author = ticket.text("createdBy");
        add(
                log,
                ticket,
                ticket.text("createdDate"),
                author,
                ActivityKind.CREATED,
                "Ticket opened: " + ticket.text("summary"));
    }

    /** @param changed the fields that differ, with their new values */
    void changed(int number, Ticket before, Map<String, Object> changed, String time, String author) {
        List<Activity> log = log(number, before);
        changed.forEach((field, value) -> {
            Object old = before.fields().get(field);
            if (field.equals("status")) {
                add(log, before, time, author, ActivityKind.STATUS, "Status changed from " + old + " to " + value);
            } else {
                add(log, before, time, author, ActivityKind.UPDATE, field + " changed from " + old + " to " + value);
            }
        });
    }

    Activity note(int number, Ticket ticket, String time, String author, String text, String externalId) {
        List<Activity> log = log(number, ticket);
        Activity note = new Activity(id(ticket, log), time, author, ActivityKind.NOTE, text, externalId);
        log.add(note);
        if (externalId != null) {
            byReference.put(externalId, note.activityId());
        }
        return note;
    }

    Optional<String> referredBy(String externalId) {
        return Optional.ofNullable(byReference.get(externalId));
    }

    private List<Activity> log(int number, Ticket ticket) {
        return kept.computeIfAbsent(number, none -> new ArrayList<>(Past.of(ticket)));
    }

    private static void add(
            List<Activity> log, Ticket ticket, String time, String author, ActivityKind kind, String text) {
        log.add(new Activity(id(ticket, log), time, author, kind, text, null));
    }

    private static String id(Ticket ticket, List<Activity> log) {
        return Past.activityId(ticket, log.size() + 1);
    }
}
