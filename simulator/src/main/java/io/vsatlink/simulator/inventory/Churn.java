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
 * Changes a number of rows before each page is read. The kinds of changes alternate, also from one page to the next.
 *
 * @param pages the number of pages after which it stops; empty for never
 */
public record Churn(int perPage, List<Kind> kinds, Change.At at, OptionalInt pages) {

    /** The kinds of changes. */
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

    /** Returns the change before the page that follows this number of pages. */
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
