/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.event.Topics;
import io.vsatlink.api.store.ChangeMark;
import io.vsatlink.satprov.poll.ChangingVendor.Circuit;
import io.vsatlink.testkit.http.RawServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.event.Event;

/** What is asked of a vendor that can list only what changed, and what comes of its answers. */
class ChangesTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

    private final ChangingVendor vendor = new ChangingVendor();
    private ChangingElement element;

    @BeforeEach
    void begin(@TempDir Path folder) {
        element = new ChangingElement(folder, vendor.base());
    }

    @AfterEach
    void end() throws IOException {
        element.close();
        vendor.close();
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    /** A full poll of two circuits; the second changed at 01:00, and it is 04:00. */
    private void pollTwo() {
        vendor.put("A", "old");
        vendor.advance(minutes(60));
        vendor.put("B", "old");
        vendor.advance(minutes(180));
        assertThat(element.poll().status()).isEqualTo(PollStatus.SUCCEEDED);
        assertThat(vendor.asked()).containsOnly("");
    }

    @Test
    void asksForWhatChangedSinceTheLatestTimeOfTheRowsLessTheOverlap() {
        pollTwo();
        Instant full = element.row().lastFullPoll();
        assertThat(full).isEqualTo(element.row().lastPolled());
        vendor.put("A", "new");
        vendor.put("C", "new");
        element.clock.advance(minutes(7));
        DatasetStatus row = element.poll();
        assertThat(vendor.asked()).containsExactly("2026-03-01T00:40:00Z");
        assertThat(row.reason())
                .isEqualTo("changes since 2026-03-01T00:40:00Z: 1 page, 3 rows: 1 added, 1 changed, 0 removed");
        assertThat(row.totalItems()).isEqualTo(3);
        assertThat(row.itemsReceived()).isEqualTo(3);
        assertThat(row.lastFullPoll()).isEqualTo(full);
        assertThat(row.lastPolled()).isEqualTo(full.plus(minutes(7)));
        assertThat(element.stored()).isEqualTo(vendor.all());
        assertThat(element.current().onlyChanges()).isTrue();
        assertThat(element.last().onlyChanges()).isTrue();
        assertThat(element.events)
                .extracting(Event::getTopic)
                .containsExactly(Topics.DATASET_POLLED, Topics.POLL_COMPLETED);
        assertThat(element.events.get(0).getProperty("scope")).isEqualTo("changes");
        assertThat(element.poll().reason())
                .isEqualTo("changes since 2026-03-01T03:40:00Z: 1 page, 2 rows: 0 added, 0 changed, 0 removed");
    }

    @Test
    void aDeletedRowGoesWithTheNextFullPoll() {
        pollTwo();
        vendor.remove("A");
        element.poll();
        assertThat(element.stored()).extracting(Circuit::id).containsExactly("A", "B");
        DatasetStatus row = element.pollFull();
        assertThat(vendor.asked()).containsExactly("2026-03-01T00:40:00Z", "", "");
        assertThat(row.reason()).isEqualTo("1 page, 1 row: 0 added, 0 changed, 1 removed");
        assertThat(element.stored()).isEqualTo(vendor.all());
        assertThat(row.lastFullPoll()).isEqualTo(row.lastPolled());
    }

    @Test
    void aFullPollMayBeAskedForWhileAnotherIsQueued() {
        pollTwo();
        element.pollAndThenFull();
        assertThat(vendor.asked()).containsExactly("");
        element.poll();
        assertThat(vendor.asked()).containsExactly("2026-03-01T00:40:00Z");
    }

    @Test
    void theWholeListingIsReadAtItsOwnInterval() {
        element.settings(minutes(5), minutes(60));
        pollTwo();
        element.clock.advance(minutes(55));
        element.poll();
        element.clock.advance(Duration.ofSeconds(1));
        element.poll();
        element.poll();
        assertThat(vendor.asked()).containsExactly("2026-03-01T00:40:00Z", "", "2026-03-01T00:40:00Z");
    }

    @Test
    void theMarkAndTheTimeOfTheFullPollSurviveARestart() {
        pollTwo();
        DatasetStatus before = element.row();
        element.restart();
        assertThat(element.row().lastFullPoll()).isEqualTo(before.lastFullPoll());
        element.poll();
        assertThat(vendor.asked()).containsExactly("2026-03-01T00:40:00Z");
    }

    @Test
    void anotherVendorUserOrProfileIsReadAsAWholeFirst() throws IOException {
        pollTwo();
        String text = ChangingElement.text();
        element.restartWith(vendor.base(), "other", text);
        element.poll();
        element.poll();
        assertThat(vendor.asked()).containsExactly("", "2026-03-01T00:40:00Z");
        String mapped = text.replace("\"pointer\": \"/tier\"", "\"pointer\": \"/level\"");
        element.restartWith(vendor.base(), "other", mapped);
        element.poll();
        element.poll();
        assertThat(vendor.asked()).endsWith("", "2026-03-01T00:40:00Z");
        try (ChangingVendor moved = new ChangingVendor()) {
            moved.put("A", "moved");
            element.restartWith(moved.base(), "other", mapped);
            element.poll();
            assertThat(moved.asked()).containsOnly("");
            assertThat(element.stored()).isEqualTo(moved.all());
        }
    }

    @Test
    void afterAFailedPollTheSameTimeIsAskedForAgain() {
        pollTwo();
        ChangeMark before = element.current().mark();
        for (int i = 0; i < 15; i++) {
            vendor.put("N%02d".formatted(i), "new");
        }
        vendor.trouble((page, out) -> page == 1 && RawServer.status(out, "500 Broken", "{}"));
        DatasetStatus failed = element.poll();
        assertThat(failed.status()).isEqualTo(PollStatus.FAILED);
        assertThat(failed.reason()).startsWith("changes since 2026-03-01T00:40:00Z: page 2");
        assertThat(element.current().mark()).isEqualTo(before);
        assertThat(element.stored()).hasSize(2);
        vendor.trouble((page, out) -> false);
        vendor.asked();
        element.poll();
        assertThat(vendor.asked()).containsOnly("2026-03-01T00:40:00Z");
        assertThat(element.stored()).isEqualTo(vendor.all());
    }

    @Test
    void whatIsHeldIsNotUndoneByAPollOfChanges() {
        pollTwo();
        vendor.remove("A");
        vendor.remove("B");
        assertThat(element.pollFull().status()).isEqualTo(PollStatus.HELD);
        vendor.asked();
        assertThat(element.poll().status()).isEqualTo(PollStatus.HELD);
        assertThat(vendor.asked()).containsOnly("");
        element.accept();
        assertThat(element.stored()).isEmpty();
        assertThat(element.row().lastFullPoll()).isEqualTo(element.clock.instant());
    }

    @Test
    void withoutTheHeaderDateEveryPollIsFullAndSaysWhy() {
        vendor.put("A", "old");
        vendor.undated();
        element.poll();
        assertThat(element.poll().reason())
                .isEqualTo("1 page, 1 row: 0 added, 0 changed, 0 removed; the vendor's responses have no Date header,"
                        + " so the next poll reads the whole listing again");
        assertThat(vendor.asked()).containsOnly("");
    }

    @Test
    void aTimeOfTheFutureDoesNotCount() {
        vendor.put(new Circuit("Z", "odd", Instant.parse("2099-12-31T23:59:59Z")));
        pollTwo();
        element.poll();
        assertThat(vendor.asked()).containsExactly("2026-03-01T00:40:00Z");
        vendor.put("A", "new");
        element.poll();
        assertThat(element.stored()).isEqualTo(vendor.all());
        vendor.put("Z", "repaired");
        assertThat(element.poll().reason()).contains("; 1 row older than stored, not taken");
        element.pollFull();
        assertThat(element.stored()).isEqualTo(vendor.all());
    }

    @Test
    void rowsWithoutATimeAreTakenAndDoNotCount() {
        vendor.put(new Circuit("A", "old", null));
        element.poll();
        assertThat(element.current().mark()).isNull();
        assertThat(element.row().reason()).contains("; no row has a lastModified up to the vendor's Date, so");
        vendor.put("B", "old");
        element.poll();
        vendor.put(new Circuit("A", "new", MIDNIGHT));
        element.poll();
        assertThat(vendor.asked()).containsExactly("", "", "2026-02-28T23:40:00Z");
        assertThat(element.stored()).isEqualTo(vendor.all());
    }

    @Test
    void aVendorThatIgnoresTheParameterIsReported() {
        pollTwo();
        vendor.ignoreSince();
        assertThat(element.poll().reason())
                .endsWith("; 1 of 2 rows changed before that: the vendor seems to ignore updatedSince");
    }

    @Test
    void theCheckOfTheProfileAsksForChangesToo() {
        pollTwo();
        vendor.put("A", "new");
        assertThat(element.check())
                .contains("1 row changed since 2026-03-01T03:40:00Z, according to the vendor")
                .doesNotContain("ignore");
        vendor.ignoreSince();
        assertThat(element.check())
                .contains(
                        "of those, 1 row changed before that: the vendor seems to ignore updatedSince, correct changes");
        vendor.undated();
        assertThat(element.check()).contains("responses have no Date header, so changes are never requested");
    }

    @Test
    void whatChangedBehindTheReaderOfALongListingIsAskedForNext() {
        for (int i = 0; i < 15; i++) {
            vendor.put("N%02d".formatted(i), "old");
        }
        vendor.afterPage(() -> {
            vendor.advance(minutes(60));
            vendor.put("N00", "changed");
            vendor.advance(minutes(60));
            vendor.put("N14", "changed");
            vendor.advance(minutes(1));
        });
        element.poll();
        assertThat(element.stored()).isNotEqualTo(vendor.all());
        element.poll();
        assertThat(element.last().onlyChanges()).isTrue();
        assertThat(element.stored()).isEqualTo(vendor.all());
    }

    @Test
    void aRowThatShiftsBetweenTwoPagesOfChangesIsFound() {
        pollTwo();
        for (int i = 0; i < 15; i++) {
            vendor.put("N%02d".formatted(i), "new");
        }
        vendor.afterPage(() -> {
            vendor.remove("N00");
            vendor.put("X", "new");
        });
        element.poll();
        assertThat(element.last().onlyChanges()).isTrue();
        assertThat(element.stored()).extracting(Circuit::id).contains("N09", "N00", "X");
    }

    @Test
    void aSetAsideRowComesAgainAndIsReportedUntilTheNextFullPoll() {
        vendor.put("bad", "bad");
        pollTwo();
        assertThat(element.row().reason()).contains("; 1 row set aside, for instance bad");
        vendor.put("A", "new");
        assertThat(element.poll().reason())
                .contains("; in the last full poll: 1 row set aside, for instance bad")
                .doesNotContain("removed; 1 row");
        ChangeMark before = element.current().mark();
        vendor.advance(minutes(300));
        vendor.put("B", "bad");
        assertThat(element.poll().reason()).contains("removed; 1 row set aside, for instance B");
        assertThat(element.current().mark()).isEqualTo(before);
        vendor.put("B", "good");
        vendor.put("bad", "good");
        element.pollFull();
        assertThat(element.poll().reason()).doesNotContain("set aside");
        assertThat(element.stored()).isEqualTo(vendor.all());
    }

    @Test
    void whatAFewRowsLackHasNotVanished() {
        for (int i = 0; i < 40; i++) {
            vendor.put("N%02d".formatted(i), "old");
        }
        element.poll();
        vendor.advance(minutes(60));
        for (int i = 0; i < 30; i++) {
            vendor.put("N%02d".formatted(i), null);
        }
        DatasetStatus row = element.poll();
        assertThat(element.last().onlyChanges()).isTrue();
        assertThat(row.warning()).isEmpty();
        assertThat(row.reason()).endsWith("30 changed, 0 removed");
        assertThat(element.stored()).isEqualTo(vendor.all());
    }

    @Test
    void aCopyThatLagsBehindUndoesNothing() {
        pollTwo();
        vendor.put("B", "old");
        Circuit old = vendor.get("B");
        vendor.advance(minutes(5));
        vendor.put("B", "new");
        element.poll();
        vendor.lag(old);
        assertThat(element.poll().reason()).contains("; 1 row older than stored, not taken");
        assertThat(element.stored()).extracting(Circuit::status).containsExactly("old", "new");
        vendor.afterPage(vendor::catchUp);
        element.pollFull();
        assertThat(element.stored()).isEqualTo(vendor.all());
    }

    @Test
    void aVendorWhoseTimesWentBackIsBelievedByAFullPoll() {
        pollTwo();
        vendor.put(new Circuit("B", "restored", MIDNIGHT.minusSeconds(1)));
        element.poll();
        assertThat(element.stored()).isNotEqualTo(vendor.all());
        vendor.asked();
        assertThat(element.pollFull().reason()).isEqualTo("1 page, 2 rows: 0 added, 1 changed, 0 removed");
        assertThat(vendor.asked()).containsExactly("", "");
        assertThat(element.stored()).isEqualTo(vendor.all());
    }
}
