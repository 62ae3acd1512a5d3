/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.json;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** A value that is written as it stands, whether it is JSON or not. */
public record RawJson(@JsonValue @JsonRawValue String text) {

    /** A field's value and, right behind it, the field again with another value. */
    public static RawJson twice(String name, Object first, Object second) {
        return new RawJson(Json.text(first) + "," + Json.text(name) + ":" + Json.text(second));
    }
}
