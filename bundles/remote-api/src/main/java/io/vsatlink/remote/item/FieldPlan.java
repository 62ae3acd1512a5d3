/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.HashMap;
import java.util.Map;

/** What is to be done with a member of an item: which columns take it, and what of it goes on below. Immutable. */
final class FieldPlan {
    private static final int[] NONE = {};

    private final Map<String, FieldPlan> below = new HashMap<>();
    private int[] takers = NONE;
    private boolean goesOn;

    private FieldPlan() {}

    /** @param readers one for each column, null for a column that the vendor has not */
    static FieldPlan of(ValueReader[] readers) {
        FieldPlan root = new FieldPlan();
        for (int i = 0; i < readers.length; i++) {
            if (readers[i] != null && readers[i].column().pointer() != null) {
                root.at(readers[i].column().pointer()).add(i);
            }
        }
        return root;
    }

    private FieldPlan at(JsonPointer pointer) {
        FieldPlan plan = this;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            plan.goesOn = true;
            plan = plan.below.computeIfAbsent(rest.getMatchingProperty(), name -> new FieldPlan());
        }
        return plan;
    }

    private void add(int column) {
        int[] more = new int[takers.length + 1];
        System.arraycopy(takers, 0, more, 0, takers.length);
        more[takers.length] = column;
        takers = more;
    }

    /** What becomes of a member; null where nothing takes it. */
    FieldPlan member(String name) {
        return below.get(name);
    }

    /** The places of the columns that take the value as a whole; not to be changed. */
    int[] takers() {
        return takers;
    }

    boolean goesOn() {
        return goesOn;
    }
}
