/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.text.SurrogateHalves;
import io.vsatlink.remote.http.Call.Body;
import io.vsatlink.remote.item.ValueWriter;
import io.vsatlink.remote.listing.PageQuery;
import io.vsatlink.remote.profile.Payload;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.column.ColumnProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The body of a request.
 *
 * @param values the values of the placeholders
 */
record RequestBody(Payload payload, Map<String, Object> values) {

    /** @return null if the call has no body */
    Body with(Map<String, Object> fields) {
        if (payload.isEmpty()) {
            return null;
        }
        JsonNode body = payload.template() == null
                ? JsonNodeFactory.instance.objectNode()
                : Placeholders.fill(payload.template(), values);
        for (ColumnProfile column : payload.written()) {
            if (fields.containsKey(column.name())) {
                ValueWriter.write(body, column, fields.get(column.name()));
            }
        }
        dropUnused(body, fields);
        return payload.form() ? Body.form(form(body)) : Body.json(body.toString());
    }

    /** An element of a list that a field goes into would clear the value if it were sent without the field. */
    private void dropUnused(JsonNode body, Map<String, Object> fields) {
        Map<Element, Boolean> elements = new TreeMap<>();
        for (ColumnProfile column : payload.written()) {
            boolean used = fields.containsKey(column.name());
            element(body, column.writable().names()).ifPresent(each -> elements.merge(each, used, Boolean::logicalOr));
        }
        elements.forEach((element, used) -> {
            if (!used) {
                element.drop(body);
            }
        });
    }

    /** The first element of a list on the way to a value; empty if there is none. */
    private static Optional<Element> element(JsonNode body, List<String> names) {
        JsonNode node = body;
        for (int i = 0; i < names.size(); i++) {
            if (node.isArray()) {
                return Optional.of(new Element(names.subList(0, i), Integer.parseInt(names.get(i))));
            }
            node = node.path(names.get(i));
        }
        return Optional.empty();
    }

    /**
     * An element of a list. The order is from the end, so that removing one does not move the others.
     *
     * @param list the members that lead to the list
     */
    private record Element(List<String> list, int index) implements Comparable<Element> {
        @Override
        public int compareTo(Element other) {
            int byIndex = Integer.compare(other.index, index);
            return byIndex == 0 ? list.toString().compareTo(other.list.toString()) : byIndex;
        }

        /** An empty list is removed too: it would clear the vendor's. */
        void drop(JsonNode body) {
            JsonNode parent = null;
            JsonNode elements = body;
            for (String name : list) {
                parent = elements;
                elements = elements.path(name);
            }
            ((ArrayNode) elements).remove(index);
            if (elements.isEmpty() && parent != null) {
                ((ObjectNode) parent).remove(list.get(list.size() - 1));
            }
        }
    }

    private static String form(JsonNode body) {
        return body.properties().stream()
                .map(each -> PageQuery.encoded(each.getKey()) + "=" + PageQuery.encoded(text(each.getValue())))
                .collect(Collectors.joining("&"));
    }

    /** Some vendors require a JSON document as the value of a parameter. */
    static String text(JsonNode value) {
        return value.isContainerNode() ? SurrogateHalves.escaped(value.toString()) : value.asText("");
    }
}
