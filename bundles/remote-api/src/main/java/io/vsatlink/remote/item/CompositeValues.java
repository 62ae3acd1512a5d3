/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import java.util.function.ObjIntConsumer;

/** Values of one item that are computed from other values once the item has been read. */
final class CompositeValues {
    private final ItemPlan plan;
    private final Object[] values;
    private final boolean[] told;
    private final FieldTally tally;
    private final JsonKind[] kinds;

    /**
     * @param values of the columns and their parts, by index
     * @param told whether the item has the value, by index
     */
    CompositeValues(ItemPlan plan, Object[] values, boolean[] told, FieldTally tally) {
        this.plan = plan;
        this.values = values;
        this.told = told;
        this.tally = tally;
        this.kinds = new JsonKind[values.length];
    }

    /** @param kind of the part's value; null for a JSON null */
    void part(int index, JsonKind kind) {
        kinds[index] = kind;
    }

    /** @param failed receives each problem and the index of its column */
    void make(ObjIntConsumer<Problem> failed) {
        for (Composite composite : plan.composites()) {
            int column = composite.column();
            try {
                make(composite, plan.reader(column));
            } catch (BadValue e) {
                failed.accept(e.of(plan.reader(column).column().name()), column);
            }
        }
    }

    private void make(Composite composite, ValueReader reader) throws BadValue {
        int column = composite.column();
        if (composite instanceof Composite.Constant constant) {
            made(column, JsonKind.TEXT, reader.ofText(constant.text()));
        } else if (composite instanceof Composite.FirstOf several && any(several.first(), several.count())) {
            int first = firstOf(several);
            made(column, kinds[first], values[first]);
        } else if (composite instanceof Composite.Joined several && any(several.first(), several.count())) {
            String text = joined(several, column == plan.key());
            made(column, JsonKind.TEXT, text == null ? null : reader.ofText(text));
        }
    }

    private void made(int column, JsonKind kind, Object value) {
        values[column] = value;
        tally.column(column, value == null ? null : kind, value);
    }

    /** Whether the item has any of these parts. */
    private boolean any(int first, int count) {
        for (int i = first; i < first + count; i++) {
            if (told[i]) {
                return true;
            }
        }
        return false;
    }

    /** The index of the first part that has a value; otherwise of the first part. */
    private int firstOf(Composite.FirstOf several) {
        for (int i = several.first(); i < several.first() + several.count(); i++) {
            if (values[i] != null) {
                return i;
            }
        }
        return several.first();
    }

    /** Null if a part is missing, or is blank in a key, which must not be blank either. */
    private String joined(Composite.Joined several, boolean key) {
        StringBuilder text = new StringBuilder();
        for (int i = several.first(); i < several.first() + several.count(); i++) {
            if (values[i] == null || (key && values[i].toString().isBlank())) {
                return null;
            }
            text.append(i == several.first() ? "" : several.with()).append(values[i]);
        }
        return text.toString();
    }
}
