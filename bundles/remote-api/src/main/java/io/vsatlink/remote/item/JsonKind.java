/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import com.fasterxml.jackson.core.JsonToken;

/** The kinds of JSON value, except null. */
public enum JsonKind {
    TEXT(0, "text"),
    NUMBER(1, "a number"),
    BOOLEAN(2, "true or false"),
    ARRAY(3, "a list"),
    OBJECT(4, "an object");

    private final int place;
    private final String words;

    JsonKind(int place, String words) {
        this.place = place;
        this.words = words;
    }

    /** The index in an array of counters. */
    int place() {
        return place;
    }

    /** The name for messages. */
    public String words() {
        return words;
    }

    /** @return null for a JSON null */
    static JsonKind of(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
            case START_ARRAY -> ARRAY;
            case START_OBJECT -> OBJECT;
            default -> null;
        };
    }
}
