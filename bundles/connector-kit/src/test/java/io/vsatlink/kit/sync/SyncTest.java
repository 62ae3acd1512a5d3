/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of rows that move, come and go between the pages. */
class SyncTest {
    private static final SyncRules RULES = new SyncRules("row", 5, false);

    private final MemoryVsatStore store = new MemoryVsatStore();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final PatientCaller caller = new PatientCaller();
    private final StopSignal stop = new StopSignal();
    private final Pages pages = new Pages(45);
    private boolean sure;
    private String note = "";
    private String warning = "";

    @AfterEach
    void end() {
        threads.shutdown();
    }

    private Generation poll() throws Exception {
        return poll(RULES);
    }

    private Generation poll(SyncRules rules) throws Exception {
        try (GenerationWriter writer = store.open("uat", CIRCUITS)) {
            Sync.Result result = sync(rules).read(writer);
            sure = result.sure();
            note = result.note();
            warning = result.warning();
            return writer.publish();
        }
    }

    private Sync sync(SyncRules rules) {
        return new Sync(
                rules,
                pages,
                new FieldMemory(store, "uat", "satprov", CIRCUITS),
                new PageCalls(caller, threads, Integer.MAX_VALUE),
                stop,
                SyncListener.NOBODY);
    }

    private List<Row> stored() {
        try (var snapshot = store.snapshot("uat");
                var rows = snapshot.rows(CIRCUITS)) {
            return rows.toList();
        }
    }

    @Test
    void onePassIsEnoughWhereNothingIsMissing() throws Exception {
        assertThat(poll().added()).isEqualTo(45);
        assertThat(pages.served()).isEqualTo(5);
        assertThat(poll()).extracting("added", "changed", "removed").containsExactly(0L, 0L, 0L);
        assertThat(pages.served()).isEqualTo(10);
    }

    @Test
    void aRowGoesOnlyAfterTwoPassesWithoutIt() throws Exception {
        poll();
        pages.keys.remove("C0007");
        assertThat(poll().removed()).isEqualTo(1);
        assertThat(pages.served()).isEqualTo(5 + 2 * 5);
    }

    @Test
    void anInsertAndADeleteThatHideARowFromOnePassDoNotRemoveIt() throws Exception {
        poll();
        caller.limit(1, 0);
        // after the first page a row goes from it and one comes at the end: C0010 moves to the page that was read
        pages.afterPage.addAll(List.of(() -> {}, () -> {}, () -> {}, () -> {}, () -> {}, () -> {
            pages.keys.remove("C0003");
            pages.keys.add("C9999");
        }));
        Generation next = poll();
        assertThat(stored()).extracting(Row::key).contains("C0010", "C9999");
        assertThat(next.removed()).isZero();
        assertThat(poll().removed()).isEqualTo(1);
        assertThat(stored()).extracting(Row::key).doesNotContain("C0003").hasSize(45);
    }

    @Test
    void aTotalThatChangesBetweenPagesIsReadAgain() throws Exception {
        pages.afterPage.add(() -> pages.keys.add(0, "C9999"));
        assertThat(poll().added()).isEqualTo(46);
        assertThat(stored())
                .extracting(Row::key)
                .isEqualTo(pages.keys.stream().sorted().toList());
    }

    @Test
    void rowsThatNeverComeToRestFailThePoll() {
        for (int i = 0; i < 30; i++) {
            String key = "N%04d".formatted(i);
            pages.afterPage.add(() -> pages.keys.add(0, key));
        }
        assertThatThrownBy(this::poll)
                .isInstanceOf(SyncFailed.class)
                .hasMessageStartingWith("rows shifted while they were read, in 5 passes: ");
        assertThat(store.current("uat", CIRCUITS)).isEmpty();
    }

    @Test
    void aListingThatNeverComesToRestIsPublishedWhereItsRulesSaySoAndNothingIsTakenForGone() throws Exception {
        SyncRules lively = new SyncRules("ticket", 4, true);
        assertThat(poll(lively).added()).isEqualTo(45);
        assertThat(sure).isTrue();
        pages.keys.remove("C0007");
        for (int i = 0; i < 40; i++) {
            String key = "N%04d".formatted(i);
            pages.afterPage.add(() -> pages.keys.add(0, key));
        }
        assertThat(poll(lively).removed()).isZero();
        assertThat(sure).isFalse();
        assertThat(stored()).extracting(Row::key).contains("C0007", "N0005");
    }

    @Test
    void aFieldThatGoesFromEveryRowKeepsItsOldValues() throws Exception {
        poll();
        pages.columnsLeftOut.add("status");
        assertThat(poll()).extracting("changed", "removed").containsExactly(0L, 0L);
        assertThat(note).isEqualTo("; the vendor no longer returns status; the old values are kept");
        assertThat(stored()).extracting(row -> row.text("status")).containsOnly("Active");

        int before = pages.served();
        pages.keys.add("C9999");
        assertThat(poll().added()).isEqualTo(1);
        assertThat(pages.served() - before)
                .as("known from the start, one pass is enough")
                .isEqualTo(5);

        pages.columnsLeftOut.clear();
        assertThat(poll().changed()).isEqualTo(1);
        assertThat(note).isEmpty();
        assertThat(stored()).extracting(row -> row.text("status")).containsOnly("Active");
    }

    @Test
    void aFieldThatNoColumnHasIsToldOnce() throws Exception {
        pages.unknownFields.addAll(List.of("beam", "riskScore", "a,b"));
        poll();
        assertThat(note).isEqualTo("; new, and kept as extra: beam, riskScore");
        assertThat(warning).as("of a first poll").isEmpty();
        poll();
        assertThat(note).isEmpty();
        pages.unknownFields.add("azimuth");
        poll();
        assertThat(note).isEqualTo("; new, and kept as extra: azimuth (in 45 rows, for instance \"new\")");
        assertThat(warning).isEqualTo(note.substring(2));
        poll();
        assertThat(warning).isEmpty();
    }

    @Test
    void aFieldThatComesAsAnotherTypeIsToldOnce() throws Exception {
        poll();
        pages.values.put("serviceTier", TextNode.valueOf("3"));
        poll();
        assertThat(note).isEqualTo("; serviceTier comes as text in 45 rows, for instance 3");
        assertThat(warning).isEqualTo(note.substring(2));
        poll();
        assertThat(note).isEmpty();
    }

    @Test
    void withoutATotalOnlyAnEmptyPageIsTheLast() throws Exception {
        pages.tellsTotal = false;
        assertThat(poll().added()).isEqualTo(45);
        assertThat(pages.served()).as("the short page and an empty one").isEqualTo(6);
        pages.keys.subList(40, 45).clear();
        assertThat(poll().removed()).isEqualTo(5);
        assertThat(pages.served()).as("two passes, each with an empty page").isEqualTo(6 + 2 * 5);
    }

    @Test
    void withoutATotalAServerThatRepeatsItsPagesFailsThePoll() {
        pages.tellsTotal = false;
        pages.repeats = true;
        assertThatThrownBy(this::poll)
                .isInstanceOf(SyncFailed.class)
                .hasMessage(
                        "page 2 has the same rows as page 1; the vendor seems to ignore page, correct pageParameter");
    }

    @Test
    void asksForAllPagesAtOnceWhenTheFirstHasToldTheTotal() throws Exception {
        caller.limit(4, 0);
        pages.meeting = new CyclicBarrier(4);
        assertThat(poll().added()).isEqualTo(45);
        assertThat(pages.mostUnderWay.get()).isEqualTo(4);
    }

    @Test
    void readsAsManyPagesAtATimeAsItMay() throws Exception {
        caller.limit(3, 0);
        poll();
        assertThat(pages.mostUnderWay.get()).isBetween(1, 3);
    }

    @Test
    void readsOneAtATimeWherePagesAreHuge() throws Exception {
        caller.limit(16, 0);
        pages.bytes = 20L << 20;
        assertThat(poll().added()).isEqualTo(45);
        assertThat(pages.mostUnderWay.get()).isEqualTo(1);
    }

    @Test
    void aStopEndsAlsoACallThatBeganJustAfterAllCallsWereCut() {
        // the abort that belongs to it came too early for this call
        pages.hanging = stop::stop;
        caller.limit(1, 0);
        assertThatThrownBy(this::poll).isInstanceOf(StoppedException.class);
    }
}
