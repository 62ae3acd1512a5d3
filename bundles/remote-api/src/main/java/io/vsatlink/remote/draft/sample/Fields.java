/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.draft.sample.Field.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All fields of a listing's rows, with their values. Not thread-safe. */
public final class Fields {
    /** Deeper values are not considered for columns. */
    private static final int DEEPEST = 6;

    private final int rows;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, ElementLists> lists = new LinkedHashMap<>();

    private Fields(int rows) {
        this.rows = rows;
    }

    public static Fields of(List<JsonNode> rows) {
        Fields fields = new Fields(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            fields.members(i, rows.get(i), "", List.of());
        }
        while (!fields.lists.isEmpty()) {
            List<ElementLists> found = new ArrayList<>(fields.lists.values());
            fields.lists.clear();
            found.forEach(fields::elements);
        }
        return fields;
    }

    public int rows() {
        return rows;
    }

    public Collection<Field> all() {
        return fields.values();
    }

    Optional<Field> at(String place) {
        return Optional.ofNullable(fields.get(place));
    }

    private void members(int row, JsonNode object, String place, List<String> names) {
        object.properties().forEach(member -> {
            if (!isSelection(member.getKey())) {
                value(row, member.getValue(), place + "/" + escaped(member.getKey()), and(names, member.getKey()));
            }
        });
    }

    private void value(int row, JsonNode value, String place, List<String> names) {
        Kind kind = kind(value);
        fields.computeIfAbsent(place, each -> new Field(place, names)).add(row, kind, value);
        if (names.size() > DEEPEST) {
            return;
        }
        if (kind == Kind.OBJECT) {
            members(row, value, place, names);
        } else if (kind == Kind.OBJECTS) {
            lists.computeIfAbsent(place, each -> new ElementLists(place, names)).add(row, value);
        }
    }

    private void elements(ElementLists list) {
        Optional<String> selector = list.selector();
        list.elements().forEach(element -> {
            String chosen =
                    selector.map(name -> element.node().path(name).asText()).orElse(null);
            element.node().properties().forEach(member -> {
                if (isSelection(member.getKey())
                        || selector.filter(member.getKey()::equals).isPresent()) {
                    return;
                }
                String step = chosen != null
                        ? "/[" + escaped(selector.get()) + "=" + escaped(chosen) + "]"
                        : list.isSingle() ? "/0" : "/[*]";
                value(
                        element.row(),
                        member.getValue(),
                        list.place() + step + "/" + escaped(member.getKey()),
                        and(chosen == null ? list.names() : and(list.names(), chosen), member.getKey()));
            });
        });
    }

    private static Kind kind(JsonNode value) {
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (element.isContainerNode()) {
                    return Kind.OBJECTS;
                }
            }
            return Kind.SCALARS;
        }
        return value.isObject()
                ? Kind.OBJECT
                : value.isTextual()
                        ? Kind.TEXT
                        : value.isNumber() ? Kind.NUMBER : value.isBoolean() ? Kind.BOOLEAN : null;
    }

    /** A JSON pointer would read such a name as a selection. */
    private static boolean isSelection(String name) {
        return name.endsWith("]") && name.contains("[");
    }

    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static List<String> and(List<String> names, String name) {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        return more;
    }
}
