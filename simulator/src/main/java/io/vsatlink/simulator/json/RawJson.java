/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.json;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** A value that is written unchanged, whether or not it is JSON. */
public record RawJson(@JsonValue @JsonRawValue String text) {

    /** Creates a field's value followed by the same field with another value. */
    public static RawJson twice(String name, Object first, Object second) {
        return new RawJson(Json.text(first) + "," + Json.text(name) + ":" + Json.text(second));
    }
}
