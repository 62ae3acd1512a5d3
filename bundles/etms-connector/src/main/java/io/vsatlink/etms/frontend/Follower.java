/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketingException;
import io.vsatlink.api.ticket.TicketingSystem;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers the changes of the mirror to one ticketing system, in order, and stores its position. For one thread. */
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int PORTION = 500;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** The time after which it yields to the other work on the same thread. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final TicketMirror mirror;
    private final TicketingSystem ticketing;
    private final LongSupplier nanoTime;
    private long notBefore;
    private volatile String problem = "";

    Follower(TicketMirror mirror, TicketingSystem ticketing, LongSupplier nanoTime) {
        this.mirror = mirror;
        this.ticketing = ticketing;
        this.nanoTime = nanoTime;
        this.notBefore = nanoTime.getAsLong();
    }

    /** Returns why changes are not being accepted, as a sentence; empty if they are. */
    String problem() {
        return problem;
    }

    /** Delivers all pending changes until one fails, the turn ends or the frontend is stopped. */
    void run(String system, BooleanSupplier stopped) {
        long begun = nanoTime.getAsLong();
        if (begun - notBefore < 0) {
            return;
        }
        BooleanSupplier over = () -> stopped.getAsBoolean() || nanoTime.getAsLong() - begun > TURN.toNanos();
        List<TicketChange> changes = mirror.changes(system, ticketing.follower(), PORTION);
        while (!changes.isEmpty() && !over.getAsBoolean()) {
            if (!tell(system, changes, over, stopped)) {
                return;
            }
            changes = mirror.changes(system, ticketing.follower(), PORTION);
        }
    }

    /** The position is stored after each portion, and after a failure or stop: a crash repeats at most one portion. */
    private boolean tell(String system, List<TicketChange> changes, BooleanSupplier over, BooleanSupplier stopped) {
        TicketChange last = null;
        try {
            for (TicketChange change : changes) {
                if (over.getAsBoolean()) {
                    return false;
                }
                ticketing.tell(change);
                last = change;
            }
            if (!problem.isEmpty()) {
                LOG.info("The platform's ticketing accepts changes again");
                problem = "";
            }
            return true;
        } catch (TicketingException e) {
            if (problem.isEmpty() && !stopped.getAsBoolean()) {
                LOG.warn("The platform's ticketing does not accept changes: {}", e.getMessage());
            }
            problem = e.getMessage();
            notBefore = nanoTime.getAsLong() + PAUSE.toNanos();
            return false;
        } finally {
            if (last != null) {
                mirror.told(system, ticketing.follower(), last);
            }
        }
    }
}
