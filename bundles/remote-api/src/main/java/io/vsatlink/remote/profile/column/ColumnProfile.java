/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.column;

import io.vsatlink.api.dataset.ColumnType;
import java.util.Objects;
import java.util.Set;

/**
 * One of our columns, and where and how the vendor writes its value.
 *
 * @param written how numbers and times are written
 * @param missing texts of the vendor that mean "no value"
 * @param whenMissing what happens if it is missing or null
 * @param instead the text to take for {@link Missing#INSTEAD}
 */
public record ColumnProfile(
        String name,
        ValueSource source,
        ColumnType type,
        Written written,
        Set<String> missing,
        Missing whenMissing,
        String instead,
        Cleaning cleaning,
        Words words) {

    /** What happens if a value is missing or null. */
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
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(written, "written");
        missing = Set.copyOf(missing);
    }

    /** A column at a plain JSON pointer, as JSON and ISO-8601 write it. */
    public static ColumnProfile plain(String name, String pointer, ColumnType type) {
        return new ColumnProfile(
                name,
                new ValueSource.At(Place.ofPointer(pointer)),
                type,
                new Written.Plainly(),
                usuallyMissing(type),
                Missing.EMPTY,
                null,
                Cleaning.NONE,
                Words.SAME);
    }

    /** This column with its value at one place. */
    public ColumnProfile at(Place place) {
        return new ColumnProfile(
                name, new ValueSource.At(place), type, written, missing, whenMissing, instead, cleaning, words);
    }

    /** One of the texts that this column is joined of: it is cleaned, and an empty one is none. */
    public ColumnProfile part() {
        Set<String> none = missing.isEmpty() ? Set.of("") : missing;
        return new ColumnProfile(
                name, source, ColumnType.TEXT, new Written.Plainly(), none, Missing.EMPTY, null, cleaning, Words.SAME);
    }

    /** The texts that mean "no value" if the profile names none: an empty text is a text, and nothing else. */
    public static Set<String> usuallyMissing(ColumnType type) {
        return type == ColumnType.TEXT ? Set.of() : Set.of("");
    }

    /** Where a value is written; null if it comes from somewhere that can't be written. */
    public Place writable() {
        return source instanceof ValueSource.At at && at.place().isPlain() ? at.place() : null;
    }

    /** Where it comes from, for people. */
    public String place() {
        return source.shown();
    }
}
