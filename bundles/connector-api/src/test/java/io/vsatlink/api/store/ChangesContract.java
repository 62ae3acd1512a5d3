/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static io.vsatlink.api.store.Rows.circuit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Row;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a generation takes what changed, from where the next changes can be read, and which of two rows is the newer one. */
public interface ChangesContract extends StoreUnderTest {
    ChangeMark NOON = new ChangeMark(Instant.parse("2026-11-21T12:00:00Z"), "this vendor");
    ChangeMark ONE = new ChangeMark(Instant.parse("2026-11-21T13:00:00.5Z"), "this vendor");
    String TIME = "lastModified";

    private static Row dated(String key, String status, String time) {
        return Rows.row(CIRCUITS, key, "status", status, TIME, time == null ? null : Rows.time(time));
    }

    private static Row at(String key, String status, int hour) {
        return dated(key, status, "2026-11-21T%02d:00:00Z".formatted(hour));
    }

    private Generation publishMarked(ChangeMark mark, Row... rows) {
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(rows));
            writer.mark(mark);
            return writer.publish();
        }
    }

    private PageOutcome change(Row... rows) {
        try (GenerationWriter writer = store().openChanges(ELEMENT, CIRCUITS)) {
            writer.newestBy(TIME);
            PageOutcome outcome = writer.write(List.of(rows));
            writer.publish();
            return outcome;
        }
    }

    private Generation currentCircuits() {
        return store().current(ELEMENT, CIRCUITS).orElseThrow();
    }

    @Test
    default void changesLeaveAllOtherRowsAsTheyAre() {
        Generation full = publish(CIRCUITS, A, B);
        assertThat(full.onlyChanges()).isFalse();
        try (GenerationWriter writer = store().openChanges(ELEMENT, CIRCUITS)) {
            assertThat(writer.write(List.of(A_DOWN, C))).isEqualTo(new PageOutcome(1, 1, 0, 0));
            writer.beginPass();
            assertThat(writer.write(List.of(A_DOWN, B))).isEqualTo(new PageOutcome(0, 0, 2, 0));
            assertThat(writer.missing()).isZero();
            writer.publish();
        }
        restart();
        assertThat(read(CIRCUITS)).containsExactly(A_DOWN, B, C);
        Generation part = currentCircuits();
        assertThat(part)
                .extracting(
                        Generation::number,
                        Generation::rows,
                        Generation::added,
                        Generation::changed,
                        Generation::removed)
                .containsExactly(2L, 3L, 1L, 1L, 0L);
        assertThat(part.onlyChanges()).isTrue();
        assertThat(part.fullNumber()).isEqualTo(1);
        assertThat(part.fullAt()).isEqualTo(full.publishedAt());
        try (Snapshot snapshot = store().snapshot(ELEMENT)) {
            assertThat(snapshot.generation(CIRCUITS)).contains(part);
        }
        assertThat(publish(CIRCUITS, A_DOWN)).extracting(Generation::fullNumber).isEqualTo(3L);
        assertThat(read(CIRCUITS)).containsExactly(A_DOWN);
    }

    @Test
    default void withoutAGenerationNothingCanChange() {
        assertThatThrownBy(() -> store().openChanges(ELEMENT, CUSTOMERS)).isInstanceOf(StoreException.class);
        publish(CUSTOMERS);
    }

    @Test
    default void aMarkIsPublishedWithItsGeneration() {
        publishMarked(NOON, A);
        assertThat(currentCircuits().mark()).isEqualTo(NOON);
        try (GenerationWriter writer = store().openChanges(ELEMENT, CIRCUITS)) {
            writer.write(List.of(A_DOWN));
            writer.mark(ONE);
        }
        restart();
        assertThat(currentCircuits().mark()).isEqualTo(NOON);
        change(A);
        assertThat(currentCircuits().mark()).isEqualTo(NOON);
        try (GenerationWriter writer = store().openChanges(ELEMENT, CIRCUITS)) {
            writer.mark(ONE);
            writer.publish();
        }
        restart();
        assertThat(currentCircuits().mark()).isEqualTo(ONE);
        publish(CIRCUITS, A);
        assertThat(currentCircuits().mark()).isNull();
    }

    @Test
    default void aHeldGenerationBringsItsMarkWhenItIsAccepted() {
        publishMarked(NOON, A, B);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(A));
            writer.mark(ONE);
            writer.hold();
        }
        restart();
        assertThat(currentCircuits().mark()).isEqualTo(NOON);
        Generation accepted = store().acceptHeld(ELEMENT, CIRCUITS);
        assertThat(accepted.mark()).isEqualTo(ONE);
        assertThat(accepted.onlyChanges()).isFalse();
        assertThat(currentCircuits()).isEqualTo(accepted);
    }

    @Test
    default void amongChangesAnOlderRowNeverReplacesANewerOne() {
        publishMarked(NOON, at("A", "Up", 10), at("B", "Up", 10), circuit("C", "Up"), at("D", "Up", 10));
        Row later = at("B", "Down", 11);
        Row sameTime = at("D", "Down", 10);
        assertThat(change(at("A", "Down", 9), later, at("C", "Down", 1), sameTime))
                .isEqualTo(new PageOutcome(0, 3, 0, 0, 1));
        assertThat(read(CIRCUITS)).containsExactly(at("A", "Up", 10), later, at("C", "Down", 1), sameTime);
        assertThat(change(dated("A", "Down", null)).changed()).isEqualTo(1);
        assertThat(read(CIRCUITS)).contains(dated("A", "Down", null));
        try (GenerationWriter writer = store().openChanges(ELEMENT, CIRCUITS)) {
            writer.newestBy(TIME);
            writer.write(List.of(at("B", "Up", 12), at("E", "Up", 12)));
            assertThat(writer.write(List.of(at("B", "Down", 11), at("E", "Down", 11)))
                            .duplicates())
                    .isEqualTo(2);
            writer.beginPass();
            assertThat(writer.write(List.of(at("B", "Up", 8))).older()).isEqualTo(1);
            writer.beginPass();
            assertThat(writer.write(List.of(at("B", "Up", 8))).older()).isEqualTo(1);
            writer.publish();
        }
        assertThat(read(CIRCUITS)).contains(at("B", "Up", 12), at("E", "Up", 12));
    }

    @Test
    default void theNewerOfTwoRowsInOnePageIsTaken() {
        publish(CIRCUITS, A);
        assertThat(change(at("B", "Up", 10), at("B", "Down", 9))).isEqualTo(new PageOutcome(1, 0, 0, 1));
        assertThat(read(CIRCUITS)).containsExactly(A, at("B", "Up", 10));
    }

    @Test
    default void aWholeListingTakesAnOlderRowInTheSecondPassInARow() {
        publish(CIRCUITS, at("A", "Up", 10), at("B", "Up", 10), at("C", "Up", 10));
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.newestBy(TIME);
            List<Row> restored = List.of(at("A", "Down", 9), at("B", "Down", 9), at("C", "Down", 9));
            assertThat(writer.write(restored)).isEqualTo(new PageOutcome(0, 0, 0, 0, 3));
            assertThat(writer.missing()).isZero();
            writer.beginPass();
            assertThat(writer.write(List.of(at("A", "Down", 9), at("B", "Up", 10), at("C", "Up", 11))))
                    .isEqualTo(new PageOutcome(0, 2, 1, 0));
            writer.beginPass();
            assertThat(writer.write(restored)).isEqualTo(new PageOutcome(0, 0, 1, 0, 2));
            assertThat(writer.publish())
                    .extracting(Generation::changed, Generation::removed)
                    .containsExactly(2L, 0L);
        }
        assertThat(read(CIRCUITS)).containsExactly(at("A", "Down", 9), at("B", "Up", 10), at("C", "Up", 11));
    }

    @Test
    default void aCarriedTimeIsNoOlderOne() {
        publish(CIRCUITS, at("A", "Up", 10));
        try (GenerationWriter writer = store().openChanges(ELEMENT, CIRCUITS)) {
            writer.newestBy(TIME);
            writer.carry(Set.of(TIME));
            assertThat(writer.write(List.of(dated("A", "Down", null))).changed())
                    .isEqualTo(1);
            writer.publish();
        }
        assertThat(read(CIRCUITS)).containsExactly(at("A", "Down", 10));
    }
}
