/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a row was in time. */
public interface HistoryContract extends StoreUnderTest {
    @Test
    default void tellsEachContentOfARowTheNewestFirst() {
        Generation first = publish(CIRCUITS, A, B);
        publish(CIRCUITS, A, B);
        Generation third = publish(CIRCUITS, A_DOWN, B);
        Generation fourth = publish(CIRCUITS, B);
        Generation fifth = publish(CIRCUITS, A, B);
        assertThat(store().history(ELEMENT, CIRCUITS, "A"))
                .containsExactly(
                        new RowVersion(A, 5, fifth.publishedAt(), 0, null),
                        new RowVersion(A_DOWN, 3, third.publishedAt(), 3, fourth.publishedAt()),
                        new RowVersion(A, 1, first.publishedAt(), 2, third.publishedAt()));
        assertThat(store().history(ELEMENT, CIRCUITS, "B"))
                .containsExactly(new RowVersion(B, 1, first.publishedAt(), 0, null));
        assertThat(store().history(ELEMENT, CIRCUITS, "nobody")).isEmpty();
        assertThat(store().history("another", CIRCUITS, "A")).isEmpty();
    }

    @Test
    default void tellsNothingOfAPollThatRuns() {
        Generation first = publish(CIRCUITS, A);
        try (GenerationWriter writer = store().open(ELEMENT, CIRCUITS)) {
            writer.write(List.of(A_DOWN));
            assertThat(store().history(ELEMENT, CIRCUITS, "A"))
                    .containsExactly(new RowVersion(A, 1, first.publishedAt(), 0, null));
        }
    }
}
