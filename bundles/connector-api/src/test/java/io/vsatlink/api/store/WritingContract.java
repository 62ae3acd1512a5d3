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
import java.util.List;
import org.junit.jupiter.api.Test;

/** How generations come to be. */
public interface WritingContract extends StoreUnderTest {
    @Test
    default void startsWithoutAnything() {
        assertThat(store().current(ELEMENT, CIRCUITS)).isEmpty();
        assertThat(store().elements()).isEmpty();
        assertThat(read(CIRCUITS)).isEmpty();
    }

    @Test
    default void numbersGenerationsFromOne() {
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            assertThat(writer.generation()).isEqualTo(1);
            writer.write(List.of(A));
            assertThat(writer.publish().number()).isEqualTo(1);
        }
        assertThat(publish(CIRCUITS, A).number()).isEqualTo(2);
        assertThat(publish(CUSTOMERS).number()).isEqualTo(1);
        assertThat(store().elements()).containsExactly(ELEMENT);
    }

    @Test
    default void readersSeeTheLastCompleteGenerationWhileTheNextIsWritten() {
        publish(CIRCUITS, A, B);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(A_DOWN, C));
            assertThat(read(CIRCUITS)).containsExactly(A, B);
            assertThat(store().current(ELEMENT, CIRCUITS).orElseThrow().number())
                    .isEqualTo(1);
            writer.publish();
            assertThat(read(CIRCUITS)).containsExactly(A_DOWN, C);
        }
    }

    @Test
    default void nothingIsLeftOfAGenerationThatWasAbandoned() {
        publish(CIRCUITS, A, B);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(A_DOWN, C));
        }
        assertThat(read(CIRCUITS)).containsExactly(A, B);
        Generation next = publish(CIRCUITS, A, B);
        assertThat(next.number()).isEqualTo(2);
        assertThat(next)
                .extracting(Generation::added, Generation::changed, Generation::removed)
                .containsExactly(0L, 0L, 0L);
        assertThat(read(CIRCUITS)).containsExactly(A, B);
    }

    @Test
    default void nothingIsLeftOfAFirstGenerationThatWasAbandoned() {
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(A, B));
        }
        assertThat(store().current(ELEMENT, CIRCUITS)).isEmpty();
        assertThat(store().elements()).isEmpty();
        assertThat(publish(CIRCUITS, C).rows()).isEqualTo(1);
        assertThat(read(CIRCUITS)).containsExactly(C);
    }

    @Test
    default void aRestartWhileWritingLosesNothingPublished() {
        Generation before = publish(CIRCUITS, A, B);
        store().open(ELEMENT, CIRCUITS).write(List.of(A_DOWN, C));
        restart();
        assertThat(store().current(ELEMENT, CIRCUITS)).contains(before);
        assertThat(read(CIRCUITS)).containsExactly(A, B);

        Generation next = publish(CIRCUITS, A_DOWN, B);
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.changed()).isEqualTo(1);
        assertThat(read(CIRCUITS)).containsExactly(A_DOWN, B);
        restart();
        assertThat(read(CIRCUITS)).containsExactly(A_DOWN, B);
    }

    @Test
    default void anUnchangedPollWritesNothingAndPublishesTheNextGeneration() {
        List<Row> rows = Rows.circuits(0, 700, 1);
        publish(ELEMENT, CIRCUITS, rows);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            assertThat(writer.write(rows.subList(0, 600))).isEqualTo(new PageOutcome(0, 0, 600, 0));
            assertThat(writer.write(rows.subList(600, 700))).isEqualTo(new PageOutcome(0, 0, 100, 0));
            assertThat(writer.missing()).isZero();
            Generation next = writer.publish();
            assertThat(next).extracting(Generation::number, Generation::rows).containsExactly(2L, 700L);
            assertThat(next)
                    .extracting(Generation::added, Generation::changed, Generation::removed)
                    .containsExactly(0L, 0L, 0L);
        }
        assertThat(read(CIRCUITS)).isEqualTo(rows);
    }

    @Test
    default void countsWhatAPageAndAGenerationChanged() {
        publish(CIRCUITS, A, B);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            assertThat(writer.missing()).isEqualTo(2);
            assertThat(writer.write(List.of(A_DOWN, C))).isEqualTo(new PageOutcome(1, 1, 0, 0));
            assertThat(writer.missing()).isEqualTo(1);
            Generation next = writer.publish();
            assertThat(next)
                    .extracting(Generation::rows, Generation::added, Generation::changed, Generation::removed)
                    .containsExactly(2L, 1L, 1L, 1L);
            assertThat(store().current(ELEMENT, CIRCUITS)).contains(next);
        }
    }

    @Test
    default void removesNothingWhereEveryMissingRowIsKept() {
        publish(CIRCUITS, A, B);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(A_DOWN, C));
            writer.keepMissing();
            assertThat(writer.missing()).isZero();
            assertThat(writer.publish())
                    .extracting(Generation::rows, Generation::added, Generation::changed, Generation::removed)
                    .containsExactly(3L, 1L, 1L, 0L);
        }
        assertThat(read(CIRCUITS)).containsExactly(A_DOWN, B, C);
    }

    @Test
    default void theLastContentOfADuplicateWins() {
        publish(CIRCUITS, A);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(B));
            assertThat(writer.write(List.of(B))).isEqualTo(new PageOutcome(0, 0, 0, 1));
            assertThat(writer.write(List.of(circuit("B", "Down")))).isEqualTo(new PageOutcome(0, 0, 0, 1));
            assertThat(writer.write(List.of(A))).isEqualTo(new PageOutcome(0, 0, 1, 0));
            assertThat(writer.write(List.of(A_DOWN))).isEqualTo(new PageOutcome(0, 0, 0, 1));
            Generation next = writer.publish();
            assertThat(next)
                    .extracting(Generation::rows, Generation::added, Generation::changed, Generation::removed)
                    .containsExactly(2L, 1L, 1L, 0L);
        }
        assertThat(read(CIRCUITS)).containsExactly(A_DOWN, circuit("B", "Down"));
    }

    @Test
    default void aDuplicateThatBringsTheOldContentBackIsNoChange() {
        publish(CIRCUITS, A, B);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            assertThat(writer.write(List.of(A_DOWN, B))).isEqualTo(new PageOutcome(0, 1, 1, 0));
            assertThat(writer.write(List.of(A))).isEqualTo(new PageOutcome(0, 0, 0, 1));
            assertThat(writer.missing()).isZero();
            assertThat(writer.publish())
                    .extracting(Generation::rows, Generation::changed)
                    .containsExactly(2L, 0L);
        }
        assertThat(read(CIRCUITS)).containsExactly(A, B);
    }

    @Test
    default void duplicatesWithinAPageCountOnce() {
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            assertThat(writer.write(List.of(A, B, A_DOWN))).isEqualTo(new PageOutcome(2, 0, 0, 1));
            assertThat(writer.publish().rows()).isEqualTo(2);
        }
        assertThat(read(CIRCUITS)).containsExactly(A_DOWN, B);
    }

    @Test
    default void aKeptRowKeepsItsOldVersion() {
        publish(CIRCUITS, A, B, C);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(B));
            writer.keep("A");
            writer.keep("A");
            writer.keep("B");
            writer.keep("never heard of");
            assertThat(writer.missing()).isEqualTo(1);
            assertThat(writer.publish())
                    .extracting(Generation::rows, Generation::removed)
                    .containsExactly(2L, 1L);
        }
        assertThat(read(CIRCUITS)).containsExactly(A, B);
    }

    @Test
    default void aKeyMayComeBackAfterItsRemoval() {
        publish(CIRCUITS, A, B);
        assertThat(publish(CIRCUITS, B).removed()).isEqualTo(1);
        assertThat(publish(CIRCUITS, A, B).added()).isEqualTo(1);
        assertThat(publish(CIRCUITS, A, B).added()).isZero();
        assertThat(read(CIRCUITS)).containsExactly(A, B);
    }

    @Test
    default void anEmptyGenerationRemovesEverything() {
        publish(CIRCUITS, A, B);
        assertThat(publish(CIRCUITS))
                .extracting(Generation::rows, Generation::removed)
                .containsExactly(0L, 2L);
        assertThat(read(CIRCUITS)).isEmpty();
    }

    @Test
    default void keysThatDifferInTrailingBlanksAreTwo() {
        publish(CIRCUITS, A, circuit("A ", "Down"));
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            assertThat(writer.write(List.of(A))).isEqualTo(new PageOutcome(0, 0, 1, 0));
            assertThat(writer.missing()).isEqualTo(1);
        }
        assertThat(read(CIRCUITS)).containsExactly(A, circuit("A ", "Down"));
    }

    @Test
    default void aSecondWriterOfTheSameDatasetIsRefused() {
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            assertThatThrownBy(() -> store().open(ELEMENT, CIRCUITS))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(ELEMENT)
                    .hasMessageContaining("circuits");
            store().open(ELEMENT, CUSTOMERS).close();
            store().open("uat", CIRCUITS).close();
            writer.write(List.of(A));
            writer.publish();
        }
        store().open(ELEMENT, CIRCUITS).close();
    }

    @Test
    default void elementsNeverMix() {
        publish("production", CIRCUITS, List.of(A, B));
        publish("uat", CIRCUITS, List.of(A_DOWN));
        publish("uat", CIRCUITS, List.of());
        publish("production", CIRCUITS, List.of(A, C));
        publish("uat", CIRCUITS, List.of(A_DOWN, B));
        assertThat(read("production", CIRCUITS)).containsExactly(A, C);
        assertThat(read("uat", CIRCUITS)).containsExactly(A_DOWN, B);
        assertThat(store().elements()).containsExactlyInAnyOrder("production", "uat");
        assertThat(store().current("uat", CIRCUITS).orElseThrow().number()).isEqualTo(3);
    }
}
