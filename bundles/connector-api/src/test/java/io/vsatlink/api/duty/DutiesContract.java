/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What holds for the applicants of one container. */
public abstract class DutiesContract {
    protected static final Runnable IGNORED = () -> {};

    public abstract Duties first();

    @Test
    public void theFirstApplicantHasTheDutyAndTheNextOneAfterIt() {
        AtomicInteger told = new AtomicInteger();
        Duty first = first().apply(DutyKind.FRONT, "etms", IGNORED);
        Duty second = first().apply(DutyKind.FRONT, "etms", told::incrementAndGet);
        await("the first has the duty", first::ours);
        assertThat(second.ours()).isFalse();
        first.close();
        await("the second has the duty", second::ours);
        await("the second is told", () -> told.get() > 0);
        assertThat(first.ours()).isFalse();
        second.close();
        assertThat(second.ours()).isFalse();
    }

    @Test
    public void dutiesOfOtherKindsAndSubjectsAreOthers() {
        try (Duty polls = first().apply(DutyKind.POLL, "uat", IGNORED);
                Duty other = first().apply(DutyKind.POLL, "prod", IGNORED);
                Duty fronts = first().apply(DutyKind.FRONT, "uat", IGNORED)) {
            await("all are held", () -> polls.ours() && other.ours() && fronts.ours());
        }
    }

    @Test
    public void anApplicantThatWithdrewIsPassedOver() {
        try (Duty first = first().apply(DutyKind.PRUNE, "", IGNORED)) {
            first().apply(DutyKind.PRUNE, "", IGNORED).close();
            Duty third = first().apply(DutyKind.PRUNE, "", IGNORED);
            await("the first has the duty", first::ours);
            first.close();
            await("the third has the duty", third::ours);
            third.close();
        }
    }

    protected static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not: " + what).isLessThan(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
