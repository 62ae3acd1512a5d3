/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.column.ColumnProfile;
import io.vsatlink.remote.profile.column.Place;
import io.vsatlink.remote.profile.column.ValueSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How an item is read. Values have indexes: first the fields that the connector wants, then the columns that the profile
 * adds, then the parts of columns that are made of several values. Immutable.
 */
final class ItemPlan {
    private final List<ColumnProfile> columns;
    private final int fields;
    private final int key;
    private final boolean lenient;
    /** By index; null for a column that the vendor does not have. */
    private final ValueReader[] readers;
    /** By index: the column that a value belongs to. */
    private final int[] owners;

    private final Composite[] composites;
    private final FieldPlan root;

    /** @param lenient as of {@link ItemReader#lenient} */
    ItemPlan(ItemsProfile profile, boolean lenient) {
        List<ColumnProfile> all = new ArrayList<>(profile.columns());
        all.addAll(profile.added());
        this.columns = Collections.unmodifiableList(all);
        this.fields = profile.columns().size();
        this.key = profile.fields().stream().map(Column::name).toList().indexOf(profile.key());
        this.lenient = lenient;
        Parts parts = new Parts(columns, lenient);
        this.readers = parts.readers.toArray(ValueReader[]::new);
        this.owners = parts.owners.stream().mapToInt(Integer::intValue).toArray();
        this.composites = parts.composites.toArray(Composite[]::new);
        this.root = FieldPlan.of(readers);
    }

    /** Collects what is read, in the order of the indexes. */
    private static final class Parts {
        private final List<ValueReader> readers = new ArrayList<>();
        private final List<Integer> owners = new ArrayList<>();
        private final List<Composite> composites = new ArrayList<>();
        private final boolean lenient;

        Parts(List<ColumnProfile> columns, boolean lenient) {
            this.lenient = lenient;
            for (ColumnProfile column : columns) {
                owners.add(readers.size());
                readers.add(column == null ? null : new ValueReader(column, lenient));
            }
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i) != null) {
                    add(i, columns.get(i));
                }
            }
        }

        private void add(int index, ColumnProfile column) {
            int first = readers.size();
            if (column.source() instanceof ValueSource.FirstOf several) {
                several.places().forEach(place -> part(index, column, place));
                composites.add(
                        new Composite.FirstOf(index, first, several.places().size()));
            } else if (column.source() instanceof ValueSource.Joined joined) {
                joined.places().forEach(place -> part(index, column.part(), place));
                composites.add(
                        new Composite.Joined(index, first, joined.places().size(), joined.with()));
            } else if (column.source() instanceof ValueSource.Constant constant) {
                composites.add(new Composite.Constant(index, constant.text()));
            }
        }

        private void part(int index, ColumnProfile column, Place place) {
            owners.add(index);
            readers.add(new ValueReader(column.at(place), lenient));
        }
    }

    /** The fields of the connector, then what the profile adds; null for one that the vendor does not have. */
    List<ColumnProfile> columns() {
        return columns;
    }

    /** The number of columns that are fields of the connector. */
    int fields() {
        return fields;
    }

    /** The index of the key; negative if there is none. */
    int key() {
        return key;
    }

    boolean lenient() {
        return lenient;
    }

    /** The number of values, the parts of composite columns among them. */
    int size() {
        return readers.length;
    }

    /** Null for a column that the vendor does not have. */
    ValueReader reader(int index) {
        return readers[index];
    }

    /** The column that a value belongs to. */
    int owner(int index) {
        return owners[index];
    }

    /** Not to be changed. */
    Composite[] composites() {
        return composites;
    }

    FieldPlan root() {
        return root;
    }
}
