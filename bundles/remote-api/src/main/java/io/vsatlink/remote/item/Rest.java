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

/** What of an item no field of the connector's has taken, as one JSON object. */
final class Rest {
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    /**
     * A member that no column has.
     *
     * @param path of the object that it stands in, with a slash behind it
     * @return false where it was there already
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

    /** What the profile reads beyond the connector's fields; a member of the same name goes under its pointer. */
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
