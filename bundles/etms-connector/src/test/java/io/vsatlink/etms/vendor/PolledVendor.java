/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.etms.Rig;
import io.vsatlink.etms.frontend.PollReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The path of the ticket list. */
    abstract String listed();

    /** How a poll fails that received fewer tickets than every page reports. */
    String brokenPromise() {
        return "the vendor reports 256 rows but lists 251";
    }

    @Test
    void aTicketOpenedWhileTheListIsReadIsMirroredAndNoneIsLost() {
        Rig.Part frontend = mirrored();
        atPage(3, () -> vendor.open(1));
        poll(frontend);
        assertThat(ids()).hasSize(252);
    }

    @Test
    void aTicketRemovedWhileTheListIsReadTakesNoOtherWithIt() {
        Rig.Part frontend = mirrored();
        Set<String> before = ids();
        atPage(3, vendor::removeFirst);
        poll(frontend);
        assertThat(ids()).hasSizeGreaterThanOrEqualTo(250);
        poll(frontend);
        assertThat(before).containsAll(ids()).hasSize(ids().size() + 1);
    }

    @Test
    void aPageThatWasCutIsRequestedAgain() {
        AtomicInteger pages = new AtomicInteger();
        vendor.cuts = request -> isPage(request) && pages.incrementAndGet() == 3;
        mirrored();
        assertThat(pages).hasValueGreaterThan(9);
    }

    @Test
    void aPageThatIsAlwaysCutFailsThePollAndTheTicketsAreKept() {
        Rig.Part frontend = mirrored();
        AtomicInteger pages = new AtomicInteger();
        vendor.cuts = request -> isPage(request) && pages.incrementAndGet() >= 3;
        vendor.open(1);
        PollReport report = polled(frontend);
        assertThat(report.succeeded()).isFalse();
        assertThat(report.reason()).contains("page ", "10 attempts");
        assertThat(ids()).hasSize(251);
    }

    @Test
    void fewerTicketsThanEveryPageReportsAreNotTheWholeList() {
        Rig.Part frontend = mirrored();
        vendor.promised = 5;
        PollReport report = polled(frontend);
        assertThat(report.succeeded()).as(report.reason()).isFalse();
        assertThat(report.reason()).contains(brokenPromise());
        assertThat(ids()).hasSize(251);
    }

    private Rig.Part mirrored() {
        limit(30);
        vendor.open(251);
        Rig.Part frontend = rig.part("frontend", Map.of(), List.of());
        poll(frontend);
        assertThat(ids()).hasSize(251);
        return frontend;
    }

    private boolean isPage(TicketVendor.Request request) {
        return !request.writes() && request.path().equals(listed());
    }

    /** Changes something just before the n-th page from now is answered. */
    private void atPage(int number, Runnable change) {
        AtomicInteger pages = new AtomicInteger();
        vendor.instead = request -> {
            if (isPage(request) && pages.incrementAndGet() == number) {
                change.run();
            }
            return null;
        };
    }

    private Set<String> ids() {
        try (Snapshot snapshot = rig.mirror.snapshot(rig.system());
                Stream<Row> rows = snapshot.rows(TicketListing.TICKETS)) {
            return rows.map(Row::key).collect(Collectors.toSet());
        }
    }

    PollReport poll(Rig.Part frontend) {
        PollReport report = polled(frontend);
        assertThat(report.succeeded()).as(report.reason()).isTrue();
        return report;
    }

    private PollReport polled(Rig.Part frontend) {
        rig.await(() -> frontend.gate.client().isPresent() && frontend.frontend.idle(), frontend);
        Optional<PollReport> before = frontend.statistics.now().lastPoll();
        frontend.frontend.pollSoon();
        rig.await(() -> !frontend.statistics.now().lastPoll().equals(before), frontend);
        return frontend.statistics.now().lastPoll().orElseThrow();
    }
}
