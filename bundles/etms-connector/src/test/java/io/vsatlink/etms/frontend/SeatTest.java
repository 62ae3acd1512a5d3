/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.duty.MemoryDuties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A system has one frontend, in one container. */
class SeatTest {
    private final MemoryDuties duties = new MemoryDuties("noc-1");
    private final MemoryDuties others = duties.other("noc-2");
    private final FrontendSeats seats = new FrontendSeats();
    private final AtomicInteger changes = new AtomicInteger();
    private final Seat here = new Seat(seats, duties, "frontend", () -> {});
    private final Seat there = new Seat(new FrontendSeats(), others, "frontend", changes::incrementAndGet);

    @Test
    void ofTwoContainersOneHasItAndTheOtherOneFollows() {
        assertThat(here.claim("etms")).isTrue();
        assertThat(there.claim("etms")).isFalse();
        assertThat(there.rival()).isEmpty();
        assertThat(there.elsewhere()).isEqualTo("noc-1");
        assertThat(here.elsewhere()).isEmpty();

        here.leave();
        assertThat(changes).hasValue(1);
        assertThat(there.claim("etms")).isTrue();
        assertThat(here.claim("etms")).isFalse();
        assertThat(here.elsewhere()).isEqualTo("noc-2");
    }

    @Test
    void ofTwoElementsOfAContainerTheSecondOneNamesTheFirst() {
        Seat second = new Seat(seats, duties, "second", () -> {});
        assertThat(here.claim("etms")).isTrue();
        assertThat(second.claim("etms")).isFalse();
        assertThat(second.rival()).contains("frontend");
        assertThat(second.elsewhere()).isEmpty();

        here.leave();
        assertThat(second.claim("etms")).isTrue();
        assertThat(second.rival()).isEmpty();
    }

    @Test
    void anotherSystemIsAnotherSeat() {
        assertThat(here.claim("etms")).isTrue();
        assertThat(there.claim("etms")).isFalse();
        assertThat(here.claim("training")).isTrue();
        assertThat(there.claim("etms")).isTrue();
        assertThat(here.claim("")).isFalse();
        assertThat(there.claim("training")).isTrue();
    }
}
