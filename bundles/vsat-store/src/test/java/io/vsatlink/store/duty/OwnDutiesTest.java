/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Container.HeldDuty;
import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.duty.DutiesContract;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.store.duty.Presence.Role;
import io.vsatlink.store.lease.Occupant;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnDutiesTest extends DutiesContract {
    private final OwnDuties duties = new OwnDuties(Occupant.ofThisProcess(), Clock.systemUTC());

    @Override
    public Duties first() {
        return duties;
    }

    @Test
    void theOnlyContainerIsThereWithWhatIsWanted() {
        duties.apply(DutyKind.FRONT, "etms", IGNORED);
        duties.apply(DutyKind.POLL, "uat", IGNORED);
        duties.apply(DutyKind.POLL, "lab", IGNORED).close();
        assertThat(duties.containers())
                .singleElement()
                .extracting(Container::here, Container::works, Container::duties)
                .containsExactly(
                        true, true, List.of(new HeldDuty(DutyKind.POLL, "uat"), new HeldDuty(DutyKind.FRONT, "etms")));
        assertThat(duties.presence()).isEqualTo(new Presence(Role.ALONE, 1, 2, 0));
    }
}
