/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.TicketCounts;
import io.vsatlink.api.ticket.TicketMirror;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number of tickets and the newest ones, read once per generation and not on demand. The result of a poll and its tickets
 * become visible together. Thread-safe; only {@link #now} returns without waiting.
 */
public final class Statistics {
    private static final Logger LOG = LoggerFactory.getLogger(Statistics.class);

    private final TicketMirror mirror;
    private final NewestTickets newest;
    private final TicketSearch search;
    private volatile Mirrored now = Mirrored.NOTHING;
    private boolean held;

    /** @param most the maximum number of newest tickets */
    public Statistics(TicketMirror mirror, int most) {
        this.mirror = mirror;
        this.newest = new NewestTickets(mirror, most);
        this.search = new TicketSearch(mirror);
    }

    public Mirrored now() {
        return now;
    }

    /** Finds tickets among all of the current generation. */
    public TicketSearch.Found find(String system, RowQuery query) {
        return search.find(system, query);
    }

    /**
     * Reads again if there is a new generation.
     *
     * @return whether the known facts changed
     */
    public synchronized boolean refresh(String system, String managedBy) {
        if (held) {
            return false;
        }
        Mirrored before = now;
        now = read(system, managedBy);
        return !now.equals(before);
    }

    /** A poll has begun: its generation becomes visible together with its report. */
    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
    }

    /** A poll has ended. */
    synchronized void ended(PollReport report, String system, String managedBy) {
        now = (report.succeeded() ? read(system, managedBy) : now).with(report);
    }

    private Mirrored read(String system, String managedBy) {
        try {
            long number = generation(system);
            if (now.is(system, managedBy, number)) {
                return now;
            }
            TicketCounts counts = number == 0 ? TicketCounts.NONE : mirror.counts(system, managedBy);
            Mirrored read = new Mirrored(system, managedBy, number, counts, newest.of(system), now.lastPoll());
            // if another generation was published in the meantime, the next refresh reads it completely
            return generation(system) == number ? read : now;
        } catch (StoreException e) {
            LOG.debug("The tickets will be counted later", e);
            return now;
        }
    }

    private long generation(String system) {
        return system.isEmpty()
                ? 0
                : mirror.current(system).map(Generation::number).orElse(0L);
    }
}
