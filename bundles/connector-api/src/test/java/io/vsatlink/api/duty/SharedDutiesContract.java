/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What holds for two containers that share a database. */
public abstract class SharedDutiesContract extends DutiesContract {

    public abstract Duties second();

    public abstract String nameOfTheFirst();

    /** The first container is gone without giving anything back, and its lease has expired. */
    public abstract void vanish() throws Exception;

    /** The first container stops. */
    public abstract void stop();

    @Test
    public void oneContainerHasADutyAndTheOtherOneKnowsWhich() {
        try (Duty ours = first().apply(DutyKind.POLL, "uat", IGNORED)) {
            await("the first has the duty", ours::ours);
            try (Duty theirs = second().apply(DutyKind.POLL, "uat", IGNORED)) {
                await("the second knows the first", () -> theirs.holder().equals(nameOfTheFirst()));
                assertThat(theirs.ours()).isFalse();
                assertThat(ours.ours()).isTrue();
            }
        }
    }

    @Test
    public void whatIsGivenBackGoesToTheOtherContainer() {
        AtomicInteger told = new AtomicInteger();
        Duty ours = first().apply(DutyKind.POLL, "uat", IGNORED);
        await("the first has the duty", ours::ours);
        try (Duty theirs = second().apply(DutyKind.POLL, "uat", told::incrementAndGet)) {
            ours.close();
            await("the second has the duty", theirs::ours);
            await("the second is told", () -> told.get() > 0);
            assertThat(ours.ours()).isFalse();
        }
    }

    @Test
    public void allDutiesOfAContainerThatStopsGoToTheOther() {
        List<Duty> ours =
                List.of(first().apply(DutyKind.POLL, "uat", IGNORED), first().apply(DutyKind.FRONT, "etms", IGNORED));
        await("the first has both", () -> ours.stream().allMatch(Duty::ours));
        List<Duty> theirs =
                List.of(second().apply(DutyKind.POLL, "uat", IGNORED), second().apply(DutyKind.FRONT, "etms", IGNORED));
        stop();
        assertThat(ours).noneMatch(Duty::ours);
        await("the second has both", () -> theirs.stream().allMatch(Duty::ours));
        theirs.forEach(Duty::close);
    }

    @Test
    public void theDutiesOfAContainerThatIsGoneGoToTheOther() throws Exception {
        Duty ours = first().apply(DutyKind.POLL, "uat", IGNORED);
        await("the first has the duty", ours::ours);
        try (Duty theirs = second().apply(DutyKind.POLL, "uat", IGNORED)) {
            vanish();
            await("the second has the duty", theirs::ours);
        }
    }
}
