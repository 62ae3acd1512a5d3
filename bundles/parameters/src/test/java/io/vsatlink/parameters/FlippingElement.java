/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.testkit.Churn;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An element that switches between two states as fast as possible. Each state has its own reason and numbers. */
public final class FlippingElement implements Supplier<FlippingElement.State>, AutoCloseable {
    private static final List<State> STATES = List.of(
            new State("Idle", "nothing to do", 0, Rows.of(String.class, List.of())),
            new State("Failed", "page 3 of 7", 3, Rows.of(String.class, List.of("1", "2", "3"))));

    /** The readings that belong together. */
    public record State(
            @Reading("What it does") String status,
            @Reading("Why") String reason,
            @Reading(value = "How many pages", unit = "pages") long pages,
            @Reading("The pages") Rows<String> table) {}

    private volatile State now = STATES.get(0);
    private int turn;
    private final Churn churn = Churn.of(() -> now = STATES.get(++turn % STATES.size()));

    public FlippingElement() throws InterruptedException {}

    @Override
    public State get() {
        return now;
    }

    /** The element itself, or a row of it that shows the same readings. */
    public ParameterPage page(String row) {
        return ReadingsPage.of(row, State.class, this);
    }

    /**
     * Asserts that all readings of one answer belong to the same state.
     *
     * @param told the readings by name
     */
    public static void assertWhole(Map<String, ?> told) {
        assertThat(STATES.stream().map(FlippingElement::scalars).toList())
                .anySatisfy(state -> assertThat(told).isEqualTo(state));
    }

    private static Map<String, Object> scalars(State state) {
        return Map.of("Status", state.status(), "Reason", state.reason(), "Pages", state.pages());
    }

    @Override
    public void close() {
        churn.close();
    }
}
