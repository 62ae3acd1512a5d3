/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import io.vsatlink.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates the history of a generated ticket before the simulator started; the same ticket always has the same
 * history.
 */
final class Past {
    private static final List<String> NOTES = List.of(
            "Called the site, nobody answers.",
            "Field engineer dispatched, ETA 14:00 local.",
            "Modem rebooted, link is up; watching.\nEs/N0 9.4 dB.",
            "Customer asks for an update by \"close of business\".",
            "Antenne neu ausgerichtet – Pegel gut.",
            "=2+2 <b>not bold</b>, see CR-20418 🛰");

    private Past() {}

    static List<Activity> of(Ticket ticket) {
        Dice dice = Dice.of(0, "past", ticket.id().hashCode());
        String author = ticket.text("createdBy").isEmpty() ? "portal" : ticket.text("createdBy");
        String first = time(ticket, "createdDate", "lastModifiedDate");
        String last = time(ticket, "lastModifiedDate", "createdDate");
        List<Activity> past = new ArrayList<>();
        add(past, ticket, first, author, ActivityKind.CREATED, "Ticket opened: " + ticket.text("summary"));
        for (int note = dice.below(3); note > 0; note--) {
            add(past, ticket, last, author, ActivityKind.NOTE, dice.pick(NOTES));
        }
        if (!ticket.text("status").equals(Status.OPEN.text())) {
            add(
                    past,
                    ticket,
                    last,
                    author,
                    ActivityKind.STATUS,
                    "Status changed from Open to " + ticket.text("status"));
        }
        return past;
    }

    /** One of the two may be missing, as in real inventories; then the other is returned. */
    private static String time(Ticket ticket, String field, String instead) {
        return ticket.text(field).isEmpty() ? ticket.text(instead) : ticket.text(field);
    }

    static String activityId(Ticket ticket, int place) {
        return ticket.id() + "-" + place;
    }

    private static void add(
            List<Activity> past, Ticket ticket, String time, String author, ActivityKind kind, String text) {
        past.add(new Activity(activityId(ticket, past.size() + 1), time, author, kind, text, null));
    }
}
