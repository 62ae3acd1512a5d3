/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row as the vendor shows it: values are text, numbers, booleans, lists, maps or null, in the vendor's order. */
public record Row(String key, Map<String, Object> fields) {

    public Row {
        // Map.copyOf would refuse null, and null is what many fields hold
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Row with(Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.putAll(changes);
        return new Row(key, changed);
    }
}
