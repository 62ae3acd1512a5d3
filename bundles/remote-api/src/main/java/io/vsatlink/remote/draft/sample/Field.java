/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that a listing's rows have at one place. Not thread-safe. */
public final class Field {
    private static final Set<Kind> SCALAR = Set.of(Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN);

    private final String place;
    private final List<String> names;
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Map<String, Integer> values = new LinkedHashMap<>();
    private int told;
    private int row = -1;
    private int most;
    private int inThisRow;

    /** The kind of a value. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        /** A list of texts, numbers or booleans. */
        SCALARS,
        /** A list of objects. */
        OBJECTS,
        OBJECT
    }

    /**
     * @param place the JSON pointer, as in a profile
     * @param names from the row down to the value
     */
    Field(String place, List<String> names) {
        this.place = place;
        this.names = List.copyOf(names);
    }

    /** @param kind null for a JSON null */
    void add(int ofRow, Kind kind, JsonNode value) {
        if (row != ofRow) {
            row = ofRow;
            told++;
            inThisRow = 0;
        }
        inThisRow++;
        most = Math.max(most, inThisRow);
        if (kind == null) {
            return;
        }
        kinds.add(kind);
        if (value.isValueNode()) {
            values.merge(value.asText(), 1, Integer::sum);
        }
    }

    public String place() {
        return place;
    }

    public List<String> names() {
        return names;
    }

    /** Empty if it is always null. */
    public Set<Kind> kinds() {
        return kinds;
    }

    /** Texts, numbers and booleans as text, each with the number of its occurrences. */
    public Map<String, Integer> values() {
        return values;
    }

    /** The number of rows that have it, even if it is null. */
    public int told() {
        return told;
    }

    public boolean isScalar() {
        return SCALAR.containsAll(kinds) && most <= 1;
    }

    /** Whether a row has several values. */
    public boolean isMultiple() {
        return most > 1;
    }

    /** Whether its values identify the rows. */
    public boolean isUnique(int rows) {
        return told == rows && isScalar() && values.size() == rows;
    }

    public boolean isWithin(Field outer) {
        return place.startsWith(outer.place + "/");
    }
}
