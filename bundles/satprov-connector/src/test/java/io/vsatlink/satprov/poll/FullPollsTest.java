/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.store.ChangeMark;
import io.vsatlink.api.store.Generation;
import io.vsatlink.kit.sync.ChangeScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FullPollsTest {
    private static final Instant FULL_AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final ChangeMark MARK = new ChangeMark(Instant.parse("2026-02-28T21:00:00Z"), "here");
    private static final Optional<ChangeScope> SCOPE =
            Optional.of(new ChangeScope("lastModified", "updatedSince", "here", null, null));

    private static Optional<Generation> current(ChangeMark mark) {
        return Optional.of(new Generation("uat", CIRCUITS, 7, FULL_AT, 9, 0, 0, 0, 5, FULL_AT, mark));
    }

    private static FullPolls after(Duration age, Duration interval) {
        return new FullPolls(false, FULL_AT.plus(age), interval, Duration.ofDays(1));
    }

    private static boolean full(FullPolls polls) {
        return polls.changesFrom(current(MARK), false, SCOPE).isEmpty();
    }

    @Test
    void changesAreReadFromTheMarkUntilTheNextFullPollIsDue() {
        FullPolls soon = after(Duration.ofHours(1), Duration.ofMinutes(5));
        assertThat(soon.changesFrom(current(MARK), false, SCOPE)).contains(MARK);
        assertThat(full(after(Duration.ofMinutes(1435), Duration.ofMinutes(5)))).isFalse();
        assertThat(full(after(Duration.ofMinutes(1436), Duration.ofMinutes(5)))).isTrue();
    }

    @Test
    void aPollThatComesOnceADayIsAlwaysFull() {
        assertThat(full(after(Duration.ofHours(23), Duration.ofDays(1)))).isTrue();
        assertThat(full(after(Duration.ofSeconds(1), Duration.ofDays(2)))).isTrue();
    }

    @Test
    void aClockThatWasSetBackMakesAFullPoll() {
        assertThat(full(after(Duration.ofSeconds(-1), Duration.ofMinutes(5)))).isTrue();
    }

    @Test
    void anyDoubtMakesAFullPoll() {
        FullPolls soon = after(Duration.ofHours(1), Duration.ofMinutes(5));
        assertThat(soon.changesFrom(Optional.empty(), false, SCOPE)).isEmpty();
        assertThat(soon.changesFrom(current(null), false, SCOPE)).isEmpty();
        assertThat(soon.changesFrom(current(new ChangeMark(MARK.until(), "elsewhere")), false, SCOPE))
                .isEmpty();
        assertThat(soon.changesFrom(current(MARK), true, SCOPE)).isEmpty();
        assertThat(soon.changesFrom(current(MARK), false, Optional.empty())).isEmpty();
        FullPolls asked = new FullPolls(true, FULL_AT, Duration.ofMinutes(5), Duration.ofDays(1));
        assertThat(asked.changesFrom(current(MARK), false, SCOPE)).isEmpty();
    }
}
