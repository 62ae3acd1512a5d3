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
 * Queries a ticketing system in rounds about each ticket that is open there. It does not depend on events of that system,
 * because a lost event would be a lost change. Nor does it depend only on our own records: another element may have been the
 * frontend before, so the first full round covers all tickets that were reported to the system. A round is divided into
 * portions, so that changes can be delivered in between. For one thread, except {@link #soon} and {@link #problem}.
 */
final class PlatformPoll {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformPoll.class);

    /** The number of queries per tick of the clock, which ticks twice a second: this paces the calls. */
    private static final int PORTION = 10;

    /** The pause after a second consecutive failure, which shows that more than one ticket is affected. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final PolledTicketing ticketing;
    private final LongSupplier nanoTime;
    private final Deque<String> left = new ArrayDeque<>();
    private Long begunAt;
    private long notBefore;
    private boolean failed;
    private int inARow;
    /** Whether this round covers all reported tickets. {@code wholeOnce}: whether such a round has received all its answers. */
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

    /** Begins a round soon, regardless of when the last one was. */
    void soon() {
        soon = true;
    }

    /** Returns why a ticket could not be queried in the last or the current round; empty if all could be. */
    String problem() {
        return problem;
    }

    /**
     * Queries a few tickets if a round is running or due.
     *
     * @param told returns the tickets that are open at ETMS and were reported to the system; empty while changes are still
     *     being delivered
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

    /** A ticket that can't be queried waits for the next round, so that it does not delay the others. */
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
