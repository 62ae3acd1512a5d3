/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a ticketing system is queried about which ticket. */
class PlatformPollTest {
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final List<String> open = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Set<String> bad = new HashSet<>();
    private Optional<List<String>> told = Optional.of(List.of());
    private boolean databaseAway;
    private long now = Long.MAX_VALUE - 1_000;

    private final PlatformPoll poll = new PlatformPoll(
            new PolledTicketing() {
                @Override
                public String follower() {
                    return "platform";
                }

                @Override
                public void tell(TicketChange change) {
                    throw new IllegalStateException("nobody tells");
                }

                @Override
                public List<String> open() {
                    return List.copyOf(open);
                }

                @Override
                public void ask(String ticketId) throws TicketingException {
                    if (databaseAway) {
                        throw new StoreException("away");
                    }
                    asked.add(ticketId);
                    if (bad.contains(ticketId)) {
                        throw new TicketingException(ticketId + " does not end", null);
                    }
                }
            },
            () -> now);

    private void tick() {
        poll.run(EVERY, () -> told, () -> false);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    /** Returns the tickets queried in this number of ticks, which are half a second apart. */
    private List<String> askedIn(int ticks) {
        asked.clear();
        for (int i = 0; i < ticks; i++) {
            tick();
            pass(Duration.ofMillis(500));
        }
        return List.copyOf(asked);
    }

    @Test
    void eachOpenTicketIsQueriedOncePerRefresh() {
        open.addAll(List.of("A", "B"));
        assertThat(askedIn(20)).containsExactly("A", "B");
        open.remove("A");
        pass(EVERY);
        assertThat(askedIn(20)).containsExactly("B");
    }

    @Test
    void theFirstFullRoundCoversAllReportedTickets() {
        open.addAll(List.of("A", "B"));
        told = Optional.empty();
        assertThat(askedIn(20)).containsExactly("A", "B");
        told = Optional.of(List.of("B", "C", "D"));
        bad.add("C");
        pass(EVERY);
        assertThat(askedIn(20)).containsExactly("A", "B", "C", "D");
        bad.clear();
        pass(EVERY);
        assertThat(askedIn(20)).containsExactly("A", "B", "C", "D");
        pass(EVERY);
        assertThat(askedIn(20)).containsExactly("A", "B");
    }

    @Test
    void aRoundBeginsImmediatelyOnRequest() {
        open.add("A");
        assertThat(askedIn(2)).containsExactly("A");
        poll.soon();
        assertThat(askedIn(2)).containsExactly("A");
        assertThat(askedIn(2)).isEmpty();
    }

    @Test
    void manyTicketsAreQueriedAFewPerTick() {
        IntStream.range(0, 1_000).mapToObj(n -> "T" + n).forEach(open::add);
        assertThat(askedIn(1)).hasSize(10);
        assertThat(askedIn(99)).hasSize(990).doesNotHaveDuplicates();
        assertThat(askedIn(10)).isEmpty();
    }

    @Test
    void aTicketWithoutAnAnswerDelaysNoOtherAndIsReportedUntilItHasOne() {
        open.addAll(List.of("A", "B", "C"));
        bad.add("B");
        assertThat(askedIn(5)).containsExactly("A", "B", "C");
        assertThat(poll.problem()).isEqualTo("B does not end");
        bad.clear();
        pass(EVERY);
        assertThat(askedIn(5)).containsExactly("A", "B", "C");
        assertThat(poll.problem()).isEmpty();
    }

    @Test
    void anUnavailableServerIsQueriedAtIntervalsAndTheRoundContinues() {
        open.addAll(List.of("A", "B", "C", "D", "E"));
        bad.addAll(List.of("A", "B", "C"));
        assertThat(askedIn(50)).containsExactly("A", "B");
        pass(Duration.ofSeconds(5));
        assertThat(askedIn(50)).containsExactly("C");
        pass(Duration.ofSeconds(5));
        assertThat(askedIn(50)).containsExactly("D", "E");
    }

    @Test
    void aTicketIsQueriedAgainAfterTheDatabaseWasUnavailable() {
        open.add("A");
        databaseAway = true;
        assertThatThrownBy(this::tick).isInstanceOf(StoreException.class);
        databaseAway = false;
        assertThat(askedIn(1)).containsExactly("A");
    }

    @Test
    void noQueryIsMadeAfterTheStop() {
        open.add("A");
        poll.run(EVERY, () -> told, () -> true);
        assertThat(asked).isEmpty();
    }
}
