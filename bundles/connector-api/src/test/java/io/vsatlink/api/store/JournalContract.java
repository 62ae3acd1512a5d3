/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The polls that ended, and the small facts, over restarts. */
public interface JournalContract extends StoreUnderTest {

    @Test
    default void remembersPollsInTheOrderOfTheirEnds() {
        PollRecord first = poll(ELEMENT, CIRCUITS, 1, PollOutcome.SUCCEEDED);
        PollRecord second = poll(ELEMENT, CIRCUITS, 2, PollOutcome.SUCCEEDED);
        PollRecord third = poll(ELEMENT, CIRCUITS, 3, PollOutcome.FAILED);
        assertThat(journal().last(ELEMENT, CIRCUITS)).isEmpty();
        journal().append(first);
        journal().append(second);
        journal().append(third);
        journal().append(poll("uat", CIRCUITS, 4, PollOutcome.SUCCEEDED));
        journal().append(poll(ELEMENT, CUSTOMERS, 5, PollOutcome.HELD));
        restart();
        assertThat(journal().last(ELEMENT, CIRCUITS)).contains(third);
        assertThat(journal().lastSuccess(ELEMENT, CIRCUITS)).contains(second);
        assertThat(journal().lastSuccess(ELEMENT, CUSTOMERS)).isEmpty();
        assertThat(journal().history(ELEMENT, CIRCUITS, 2)).containsExactly(third, second);
        assertThat(journal().history(ELEMENT, CIRCUITS, 10)).containsExactly(third, second, first);
        assertThat(journal().history("nobody", CIRCUITS, 10)).isEmpty();
    }

    @Test
    default void remembersFacts() {
        memory().remember(ELEMENT, "drift", "colour");
        memory().remember(ELEMENT, "empty", "");
        memory().remember("uat", "drift", "none");
        assertThat(memory().recall(ELEMENT, "drift")).contains("colour");
        memory().remember(ELEMENT, "drift", "colour, size");
        restart();
        assertThat(memory().recall(ELEMENT, "drift")).contains("colour, size");
        assertThat(memory().recall(ELEMENT, "empty")).contains("");
        memory().remember(ELEMENT, "drift", null);
        memory().remember(ELEMENT, "never known", null);
        assertThat(memory().recall(ELEMENT, "drift")).isEmpty();
        assertThat(memory().recall("uat", "drift")).contains("none");
    }

    @Test
    default void remembersFactsOfAKind() {
        memory().remember(ELEMENT, "link.A%", "one");
        memory().remember(ELEMENT, "link.B", "two");
        memory().remember(ELEMENT, "linkage", "not of the kind");
        memory().remember("uat", "link.C", "of another element");
        restart();
        assertThat(memory().recallAll(ELEMENT, "link.")).isEqualTo(Map.of("link.A%", "one", "link.B", "two"));
        assertThat(memory().recallAll(ELEMENT, "link.A%")).containsOnlyKeys("link.A%");
        assertThat(memory().recallAll("nobody", "link.")).isEmpty();
    }

    private static PollRecord poll(String element, Dataset dataset, int n, PollOutcome outcome) {
        Instant start = Instant.parse("2026-11-21T02:00:00.125Z").plusSeconds(n);
        return new PollRecord(
                element, dataset, start, start.plusMillis(700), outcome, "poll " + n, n, 2, 3, 4, 5, 6, n % 2 == 0);
    }
}
