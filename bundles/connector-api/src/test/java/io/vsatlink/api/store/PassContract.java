/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.store.Rows.circuit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How several passes fill one generation. */
public interface PassContract extends StoreUnderTest {
    @Test
    default void aRowThatAnyPassHasSeenStays() {
        publish(CIRCUITS, A, B, C);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(A));
            assertThat(writer.missing()).isEqualTo(2);
            writer.beginPass();
            writer.write(List.of(B));
            assertThat(writer.missing()).isEqualTo(1);
            assertThat(writer.publish().removed()).isEqualTo(1);
        }
        assertThat(read(CIRCUITS)).containsExactly(A, B);
    }

    @Test
    default void onlyWhatAPassHasTwiceIsADuplicate() {
        publish(CIRCUITS, A);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(A, B));
            assertThat(writer.write(List.of(B, C)).duplicates()).isEqualTo(1);
            writer.beginPass();
            assertThat(writer.write(List.of(A, B, C))).isEqualTo(new PageOutcome(0, 0, 3, 0));
            assertThat(writer.write(List.of(A)).duplicates()).isEqualTo(1);
            assertThat(writer.write(List.of(C)).duplicates()).isEqualTo(1);
        }
    }

    @Test
    default void theLastPassHasTheLastWordOnARow() {
        publish(CIRCUITS, A, B);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(A_DOWN, C));
            writer.beginPass();
            writer.write(List.of(A, B, circuit("C", "Down")));
            Generation next = writer.publish();
            assertThat(next)
                    .extracting(Generation::rows, Generation::added, Generation::changed, Generation::removed)
                    .containsExactly(3L, 1L, 0L, 0L);
        }
        assertThat(read(CIRCUITS)).containsExactly(A, B, circuit("C", "Down"));
    }

    @Test
    default void aCarriedColumnKeepsTheValuesOfTheCurrentGeneration() {
        publish(CIRCUITS, A, B);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.carry(Set.of("status"));
            writer.write(List.of(circuit("A", null), circuit("C", null)));
            writer.carry(Set.of());
            writer.write(List.of(circuit("B", null)));
            Generation next = writer.publish();
            assertThat(next)
                    .extracting(Generation::added, Generation::changed, Generation::removed)
                    .containsExactly(1L, 1L, 0L);
        }
        assertThat(read(CIRCUITS)).containsExactly(A, circuit("B", null), circuit("C", null));
    }
}
