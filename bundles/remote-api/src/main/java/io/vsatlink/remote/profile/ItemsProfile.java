/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.remote.profile.column.ColumnProfile;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The items of a response, and how each is mapped to our values.
 *
 * @param pointer the JSON pointer to the array or object of the items; empty for the whole response
 * @param shape how they are contained there
 * @param fields what the connector wants of an item, in its order
 * @param key the name of the field that identifies an item, one of {@code fields}; null where none does
 * @param columns one for each of {@code fields}; null where the vendor does not tell it
 * @param added what the profile reads beyond that
 */
public record ItemsProfile(
        String pointer,
        Shape shape,
        List<Column> fields,
        String key,
        List<ColumnProfile> columns,
        List<ColumnProfile> added) {

    /** How items are contained in a response. */
    public enum Shape {
        /** As the elements of an array. */
        ARRAY,
        /** As the members of an object, each under a name of its own. */
        MEMBERS,
        /** As one object, which is the only item. */
        SINGLE
    }

    public ItemsProfile {
        Objects.requireNonNull(pointer, "pointer");
        fields = List.copyOf(fields);
        // not List.copyOf, which does not allow null
        columns = Collections.unmodifiableList(columns);
        added = List.copyOf(added);
    }

    /** The column that identifies an item, and where the vendor has it, for people. */
    public String shownKey() {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(key) && columns.get(i) != null) {
                return key + " (" + columns.get(i).place() + ")";
            }
        }
        return "the key";
    }
}
