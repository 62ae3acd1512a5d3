/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row as the vendor returns it. Values are text, numbers, booleans, lists, maps or null, in the vendor's order. */
public record Row(String key, Map<String, Object> fields) {

    public Row {
        // Map.copyOf does not accept null, and many fields are null
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Row with(Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.putAll(changes);
        return new Row(key, changed);
    }
}
