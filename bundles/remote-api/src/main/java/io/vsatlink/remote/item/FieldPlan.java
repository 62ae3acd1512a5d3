/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import io.vsatlink.remote.profile.column.Place;
import io.vsatlink.remote.profile.column.Place.Member;
import io.vsatlink.remote.profile.column.Place.Selected;
import java.util.HashMap;
import java.util.Map;

/** What happens to a value of an item: which columns take it, and which of its members or elements are read. Immutable. */
final class FieldPlan {
    private static final int[] NONE = {};

    private final Map<String, FieldPlan> below = new HashMap<>();
    /** By the selecting member, then by its value. */
    private final Map<String, Map<String, FieldPlan>> selections = new HashMap<>();

    private FieldPlan every;
    private int[] takers = NONE;
    private boolean goesOn;
    private boolean ofParent;

    private FieldPlan() {}

    /** @param readers one for each value to read, null for a column that the vendor does not have */
    static FieldPlan of(ValueReader[] readers) {
        FieldPlan root = new FieldPlan();
        for (int i = 0; i < readers.length; i++) {
            if (readers[i] != null && readers[i].place() != null) {
                root.at(readers[i].place()).add(i);
            }
        }
        return root;
    }

    private FieldPlan at(Place place) {
        FieldPlan plan = this;
        for (Place.Step step : place.steps()) {
            plan.goesOn = true;
            plan = plan.into(step);
        }
        return plan;
    }

    private FieldPlan into(Place.Step step) {
        if (step instanceof Member member) {
            FieldPlan plan = below.computeIfAbsent(member.name(), name -> new FieldPlan());
            plan.ofParent = member.name().equals(Place.PARENT);
            return plan;
        }
        if (step instanceof Selected selected) {
            return selections
                    .computeIfAbsent(selected.member(), name -> new HashMap<>())
                    .computeIfAbsent(selected.value(), value -> new FieldPlan());
        }
        every = every == null ? new FieldPlan() : every;
        return every;
    }

    private void add(int column) {
        int[] more = new int[takers.length + 1];
        System.arraycopy(takers, 0, more, 0, takers.length);
        more[takers.length] = column;
        takers = more;
    }

    /** What happens to a member; null if nothing takes it. */
    FieldPlan member(String name) {
        return below.get(name);
    }

    /** The plans of a list's elements by the value of their selecting member. */
    Map<String, Map<String, FieldPlan>> selections() {
        return selections;
    }

    /** The plan of each element of a list; null if there is none. */
    FieldPlan every() {
        return every;
    }

    /** The only member that selects elements of a list; null if elements are read in another way too. */
    String selector() {
        return selections.size() == 1 && below.isEmpty() && every == null
                ? selections.keySet().iterator().next()
                : null;
    }

    /** The indexes of the columns that take the whole value; must not be modified. */
    int[] takers() {
        return takers;
    }

    /** Whether it belongs to the parent item of a row; nothing of that is left over for the row. */
    boolean ofParent() {
        return ofParent;
    }

    boolean goesOn() {
        return goesOn;
    }
}
