/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.remote.profile.ColumnProfile;
import io.vsatlink.remote.profile.Written;
import java.util.List;

/** Writes values of ours the way the vendor writes them: what {@link ItemReader} does, the other way round. */
public final class ValueWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueWriter() {}

    /** Puts a value where the column stands; null as null. */
    public static void write(ObjectNode body, ColumnProfile column, Object value) {
        ObjectNode object = body;
        List<String> names = column.writable().names();
        for (String name : names.subList(0, names.size() - 1)) {
            object = object.path(name) instanceof ObjectNode there ? there : object.putObject(name);
        }
        object.set(names.get(names.size() - 1), value == null ? NODES.nullNode() : json(column, value));
    }

    private static JsonNode json(ColumnProfile column, Object value) {
        String text = value instanceof TimeValue time ? time.text() : value.toString();
        String theirs = column.words().theirs(text);
        if (theirs != null) {
            return NODES.textNode(theirs);
        }
        if (value instanceof TimeValue time && !(column.written() instanceof Written.Plainly)) {
            String written = WrittenText.written(time.instant(), column.written());
            return column.written() instanceof Written.Epoch
                    ? NODES.numberNode(Long.parseLong(written))
                    : NODES.textNode(written);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Boolean bool) {
            return NODES.booleanNode(bool);
        }
        return NODES.textNode(text);
    }
}
