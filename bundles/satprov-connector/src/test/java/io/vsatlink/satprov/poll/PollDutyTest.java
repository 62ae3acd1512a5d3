/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.duty.MemoryDuties;
import io.vsatlink.api.element.PollStatus;
import org.junit.jupiter.api.Test;

/** An element that several containers have is polled by one of them. */
class PollDutyTest extends PollingElement {
    private final MemoryDuties others = duties.other("noc-2");

    @Test
    void whatAnotherContainerPollsIsPolledHereWhenThatOneIsGone() {
        Duty theirs = others.apply(DutyKind.POLL, "uat", () -> {});
        gate.start();
        queue.pollDue();
        assertThat(work).isEmpty();
        assertThat(queue.elsewhere()).isEqualTo("noc-2 polls this element");
        assertThat(store.current("uat", CIRCUITS)).isEmpty();

        theirs.close();
        assertThat(queue.elsewhere()).isEmpty();
        queue.pollDue();
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.SUCCEEDED);
    }

    @Test
    void whatIsQueuedIsNotPolledAfterTheLossOfTheDuty() {
        gate.start();
        queue.pollDue();
        assertThat(work).isNotEmpty();
        Duty theirs = others.apply(DutyKind.POLL, "uat", () -> {});
        assertThat(theirs.ours()).isFalse();
        duties.end();
        assertThat(theirs.ours()).isTrue();
        runAll();
        assertThat(store.current("uat", CIRCUITS)).isEmpty();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.NOT_POLLED);
    }

    @Test
    void aStoppedElementLeavesItsPollsToAnotherContainer() {
        gate.start();
        queue.pollDue();
        Duty theirs = others.apply(DutyKind.POLL, "uat", () -> {});
        queue.stop();
        assertThat(theirs.ours()).isTrue();
    }
}
