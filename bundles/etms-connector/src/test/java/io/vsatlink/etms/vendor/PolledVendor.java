/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.etms.Rig;
import io.vsatlink.etms.frontend.PollReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What must hold for every ticket listing in addition. */
abstract class PolledVendor<V extends TicketVendor> extends VendorTicketing<V> {

    PolledVendor(V vendor, String profile) {
        super(vendor, profile);
    }

    /** Limits the pages that it returns, whatever is requested. */
    abstract void limit(int rows);

    @Test
    void allTicketsAreMirroredWhateverThePageSize() {
        vendor.open(251);
        Rig.Part frontend = rig.part("frontend", Map.of(), List.of());
        for (int size : List.of(30, 100, 1_000)) {
            limit(size);
            poll(frontend);
            assertThat(rig.mirror.counts(rig.system(), "").total()).isEqualTo(251);
        }
        PollReport last = poll(frontend);
        assertThat(last.reason()).isEqualTo("251 tickets: 0 added, 0 changed, 0 removed");
        assertThat(last.warning()).isEmpty();
    }

    PollReport poll(Rig.Part frontend) {
        rig.await(() -> frontend.gate.client().isPresent() && frontend.frontend.idle(), frontend);
        Optional<PollReport> before = frontend.statistics.now().lastPoll();
        frontend.frontend.pollSoon();
        rig.await(() -> !frontend.statistics.now().lastPoll().equals(before), frontend);
        PollReport report = frontend.statistics.now().lastPoll().orElseThrow();
        assertThat(report.succeeded()).as(report.reason()).isTrue();
        return report;
    }
}
