/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a generation waits for a person to accept it. */
public interface HoldContract extends StoreUnderTest {
    private Generation holdInsteadOfAB() {
        publish(CIRCUITS, A, B);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(A_DOWN, C));
            return writer.hold();
        }
    }

    @Test
    default void nobodySeesWhatIsHeld() {
        Generation held = holdInsteadOfAB();
        assertThat(held)
                .extracting(Generation::number, Generation::rows, Generation::added)
                .containsExactly(2L, 2L, 1L);
        assertThat(held).extracting(Generation::changed, Generation::removed).containsExactly(1L, 1L);
        assertThat(store().held(ELEMENT, CIRCUITS)).contains(held);
        assertThat(store().held(ELEMENT, CUSTOMERS)).isEmpty();
        assertThat(store().current(ELEMENT, CIRCUITS).orElseThrow().number()).isEqualTo(1);
        assertThat(read(CIRCUITS)).containsExactly(A, B);
        assertThat(store().history(ELEMENT, CIRCUITS, "A"))
                .extracting(RowVersion::row)
                .containsExactly(A);
    }

    @Test
    default void acceptingPublishesWhatIsHeldAlsoAfterARestart() {
        Generation held = holdInsteadOfAB();
        restart();
        assertThat(store().held(ELEMENT, CIRCUITS)).contains(held);
        Generation accepted = store().acceptHeld(ELEMENT, CIRCUITS);
        assertThat(accepted.number()).isEqualTo(2);
        assertThat(store().current(ELEMENT, CIRCUITS)).contains(accepted);
        assertThat(read(CIRCUITS)).containsExactly(A_DOWN, C);
        assertThat(store().held(ELEMENT, CIRCUITS)).isEmpty();
        assertThat(store().current(ELEMENT, CIRCUITS).orElseThrow())
                .extracting(Generation::number, Generation::rows, Generation::removed)
                .containsExactly(2L, 2L, 1L);
        Generation next = publish(CIRCUITS, A_DOWN, C);
        assertThat(next.number()).isEqualTo(3);
        assertThat(next.changed()).isZero();
    }

    @Test
    default void theNextPollReplacesWhatIsHeld() {
        holdInsteadOfAB();
        Generation next = publish(CIRCUITS, A, B, C);
        assertThat(next)
                .extracting(Generation::number, Generation::added, Generation::changed, Generation::removed)
                .containsExactly(2L, 1L, 0L, 0L);
        assertThat(read(CIRCUITS)).containsExactly(A, B, C);
        assertThat(store().held(ELEMENT, CIRCUITS)).isEmpty();
        assertThatThrownBy(() -> store().acceptHeld(ELEMENT, CIRCUITS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("nothing is held");
    }

    @Test
    default void aPollThatOnlyBeganHasUndoneWhatWasHeld() {
        holdInsteadOfAB();
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            assertThatThrownBy(() -> store().acceptHeld(ELEMENT, CIRCUITS)).isInstanceOf(StoreException.class);
            writer.write(List.of(A));
        }
        assertThat(store().held(ELEMENT, CIRCUITS)).isEmpty();
        assertThat(read(CIRCUITS)).containsExactly(A, B);
    }
}
