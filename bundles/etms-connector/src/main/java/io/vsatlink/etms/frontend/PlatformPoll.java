/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.ticket.TicketingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a ticketing system in rounds about each ticket that is open there. Nothing hangs on an event of the system's, for
 * one that is lost would be a change that is lost. Nor on our notes alone: another element may have been the frontend
 * before, so the first whole round is about all tickets that the system was told of. A round is made in portions, so that
 * changes are told in between. For one thread, but for {@link #soon} and {@link #problem}.
 */
final class PlatformPoll {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformPoll.class);

    /** Asked at a tick of the clock, which ticks twice a second: what paces the calls. */
    private static final int PORTION = 10;

    /** After a second failure in a row: then it is more than one ticket's. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final PolledTicketing ticketing;
    private final LongSupplier nanoTime;
    private final Deque<String> left = new ArrayDeque<>();
    private Long begunAt;
    private long notBefore;
    private boolean failed;
    private int inARow;
    /** Whether the round is about all tickets that were told, and whether one such round got all its answers. */
    private boolean whole;

    private boolean wholeOnce;
    private volatile boolean soon;
    private volatile String problem = "";

    PlatformPoll(PolledTicketing ticketing, LongSupplier nanoTime) {
        this.ticketing = ticketing;
        this.nanoTime = nanoTime;
        this.notBefore = nanoTime.getAsLong();
    }

    String follower() {
        return ticketing.follower();
    }

    /** Begins a round soon, whenever the last one was. */
    void soon() {
        soon = true;
    }

    /** Why a ticket could not be asked about in the last round, or in this one; empty where all could. */
    String problem() {
        return problem;
    }

    /**
     * Asks about a few tickets, where a round is under way or due.
     *
     * @param told gives the tickets that are open at ETMS and that the system was told of; empty while it is still being told
     */
    void run(Duration every, Supplier<Optional<List<String>>> told, BooleanSupplier stopped) {
        if (nanoTime.getAsLong() - notBefore < 0 || !begun(every, told)) {
            return;
        }
        for (int asked = 0; asked < PORTION && !left.isEmpty(); asked++) {
            if (stopped.getAsBoolean() || !ask(stopped)) {
                return;
            }
        }
        if (left.isEmpty() && !failed && !problem.isEmpty()) {
            LOG.info("The platform's ticketing responds again");
            problem = "";
        }
    }

    private boolean begun(Duration every, Supplier<Optional<List<String>>> told) {
        if (!left.isEmpty()) {
            return true;
        }
        long now = nanoTime.getAsLong();
        if (!soon && begunAt != null && now - begunAt < every.toNanos()) {
            return false;
        }
        wholeOnce |= whole && !failed;
        Optional<List<String>> all = wholeOnce ? Optional.empty() : told.get();
        Set<String> round = new LinkedHashSet<>(ticketing.open());
        all.ifPresent(round::addAll);
        left.addAll(round);
        whole = all.isPresent();
        soon = false;
        begunAt = now;
        failed = false;
        return true;
    }

    /** A ticket that can't be asked about waits for the next round, so that it holds up no other. */
    private boolean ask(BooleanSupplier stopped) {
        try {
            ticketing.ask(left.element());
            left.remove();
            inARow = 0;
            return true;
        } catch (TicketingException e) {
            left.remove();
            failed = true;
            if (++inARow > 1) {
                notBefore = nanoTime.getAsLong() + PAUSE.toNanos();
            }
            if (problem.isEmpty() && !stopped.getAsBoolean()) {
                LOG.warn("The platform's ticketing can't be called: {}", e.getMessage());
            }
            problem = e.getMessage();
            return false;
        }
    }
}
