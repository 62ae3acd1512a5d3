/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import com.fasterxml.jackson.core.JsonPointer;
import io.vsatlink.api.dataset.ColumnType;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A value of ours, and how the vendor tells it.
 *
 * @param pointer to it in an item; null where it is the name under which the item stands
 * @param written how numbers and times are written
 * @param missing texts of the vendor's that stand for no value
 * @param whenMissing what to do where it is missing or null
 * @param instead the text to take for {@link Missing#INSTEAD}
 * @param table the vendor's text to ours; what is not in it stays as it is
 */
public record ColumnProfile(
        String name,
        JsonPointer pointer,
        ColumnType type,
        Written written,
        Set<String> missing,
        Missing whenMissing,
        String instead,
        Map<String, String> table) {

    /** What is done where a value is missing or null. */
    public enum Missing {
        /** Nothing: the column is empty. */
        EMPTY,
        /** The row is set aside. */
        REFUSE,
        /** Another value is taken. */
        INSTEAD
    }

    public ColumnProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(written, "written");
        missing = Set.copyOf(missing);
        table = Ordered.copy(table);
    }

    /** What stands for no value where the profile does not say it: an empty text is a text, and nothing else. */
    public static Set<String> usuallyMissing(ColumnType type) {
        return type == ColumnType.TEXT ? Set.of() : Set.of("");
    }

    /** The vendor's text for a text of ours; null where the table has none. */
    public String theirs(String ours) {
        for (Map.Entry<String, String> each : table.entrySet()) {
            if (each.getValue().equals(ours)) {
                return each.getKey();
            }
        }
        return null;
    }

    /** Where it stands, for people. */
    public String place() {
        return pointer == null ? "the item's own name" : pointer.toString();
    }
}
