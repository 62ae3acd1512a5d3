/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.remote.profile.column.ColumnProfile;

/** The parts of an item that no field of the connector takes, as one JSON object. */
final class Rest {
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    /**
     * Keeps a member that has no column.
     *
     * @param path the path of the enclosing object, with a trailing slash
     * @return false if it is already there
     */
    boolean keep(String path, String name, JsonNode value) {
        if (path.isEmpty()) {
            return root.replace(name, value) == null;
        }
        ObjectNode object = root;
        for (String each : path.split("/", -1)) {
            if (!each.isEmpty()) {
                object = object.path(each) instanceof ObjectNode there ? there : object.putObject(each);
            }
        }
        return object.replace(name, value) == null;
    }

    /**
     * Adds a column of the profile's own. If a member has the same name, that member is kept under its JSON pointer.
     */
    void add(ColumnProfile column, Object value) {
        JsonNode inTheWay = root.remove(column.name());
        if (inTheWay != null) {
            root.set("/" + column.name(), inTheWay);
        }
        if (value instanceof Long number) {
            root.put(column.name(), number);
        } else if (value instanceof Double number) {
            root.put(column.name(), number);
        } else if (value instanceof Boolean bool) {
            root.put(column.name(), bool);
        } else if (value instanceof TimeValue time) {
            root.put(column.name(), time.text());
        } else if (column.type() == ColumnType.OBJECTS) {
            root.putRawValue(column.name(), new RawValue(value.toString()));
        } else {
            root.put(column.name(), value.toString());
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
