/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.inventory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Rows that change before each page of them: so many, the kinds in turn, also from one page to the next.
 *
 * @param pages stop after so many; empty for never
 */
public record Churn(int perPage, List<Kind> kinds, Change.At at, OptionalInt pages) {

    /** What can happen to a row. */
    public enum Kind {
        ADD,
        CHANGE,
        REMOVE
    }

    public Churn {
        kinds = List.copyOf(kinds);
    }

    boolean isOverAfter(int churned) {
        return pages.isPresent() && churned >= pages.getAsInt();
    }

    /** What happens before the page that follows so many churned ones. */
    Change change(int churned) {
        Map<Kind, Integer> counts = new EnumMap<>(Map.of(Kind.ADD, 0, Kind.CHANGE, 0, Kind.REMOVE, 0));
        for (int i = 0; i < perPage; i++) {
            long turn = (long) churned * perPage + i;
            counts.merge(kinds.get((int) (turn % kinds.size())), 1, Integer::sum);
        }
        return new Change(
                counts.get(Kind.ADD), at, counts.get(Kind.CHANGE), counts.get(Kind.REMOVE), Map.of(), List.of());
    }
}
