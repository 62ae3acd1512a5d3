/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.Payload;
import io.vsatlink.remote.profile.ProfileNeeds.CallNeeds;
import io.vsatlink.remote.profile.column.ColumnProfile;
import io.vsatlink.remote.profile.column.ValueSource;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads the part of a call that describes what it sends. */
final class PayloadReader {
    private final CallNeeds needs;
    private final Map<String, ListingProfile> listings;

    /** @param listings whose columns a call may share, by name */
    PayloadReader(CallNeeds needs, Map<String, ListingProfile> listings) {
        this.needs = needs;
        this.listings = listings;
    }

    /** The result must not be used after a mistake. */
    Payload read(ProfileNode call) {
        boolean form = call.has("form");
        JsonNode template = call.any(form ? "form" : "body");
        ProfileNode fields = call.at(CallNeeds.FIELDS);
        List<ColumnProfile> sent = wanted(call) ? written(fields) : List.of();
        List<ColumnProfile> written =
                sent.stream().filter(column -> !isPlaced(column)).toList();
        for (ColumnProfile column : written) {
            String obstacle = obstacle(template, column.writable().names());
            if (!obstacle.isEmpty()) {
                ProfileNode place = fields.json().isObject() ? fields.at(column.name()) : fields;
                place.refuse("can't send " + column.name() + " at " + column.place() + ": " + obstacle);
            }
        }
        ProfileNode requires = call.at(CallNeeds.REQUIRES);
        Payload payload = new Payload(
                template,
                form,
                written,
                sent.stream().filter(PayloadReader::isPlaced).toList(),
                requires.sound() ? call.texts(CallNeeds.REQUIRES) : List.of());
        payload.required().stream()
                .filter(field -> !payload.writes(field))
                .forEach(field -> requires.refuse("names " + field + ", which is not among the fields"));
        return payload;
    }

    private boolean wanted(ProfileNode call) {
        boolean optional = needs.written().isEmpty() || needs.optional().contains(CallNeeds.FIELDS);
        return call.has(CallNeeds.FIELDS)
                ? !needs.written().isEmpty()
                : !optional && call.at(CallNeeds.FIELDS).given("an object");
    }

    private List<ColumnProfile> written(ProfileNode node) {
        Map<String, ColumnType> types = needs.written().stream().collect(Collectors.toMap(Column::name, Column::type));
        if (node.json().isTextual()) {
            ItemsProfile shared = CallReader.shared(node, listings);
            return shared == null
                    ? List.of()
                    : shared.columns().stream()
                            .filter(column -> column != null && column.writable() != null)
                            .filter(column -> types.containsKey(column.name()))
                            .toList();
        }
        node.refuseOthers(types.keySet());
        return needs.written().stream()
                .map(Column::name)
                .filter(node::has)
                .map(name -> written(node.at(name), name, types.get(name)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isPlaced(ColumnProfile column) {
        return column.source() instanceof ValueSource.Placeholder;
    }

    private ColumnProfile written(ProfileNode field, String name, ColumnType type) {
        ColumnProfile column = CallReader.columns(field).read(field, name, type);
        if (column != null && isPlaced(column)) {
            if (needs.written().size() > 1) {
                field.at("placeholder")
                        .refuse("is for calls that send one field only: this one may be sent without it");
            }
            return column;
        }
        if (column != null && column.writable() == null) {
            field.refuse("can't be written: it needs one pointer, without a selection");
            return null;
        }
        return column;
    }

    /** Returns why a value can't be put at this place, as the end of a sentence; empty if it can. */
    private static String obstacle(JsonNode template, List<String> names) {
        if (template != null && !template.isContainerNode()) {
            return "the body is neither an object nor a list";
        }
        JsonNode node = template;
        for (int i = 0; i < names.size() && node != null && node.isContainerNode(); i++) {
            String name = names.get(i);
            if (node.isArray()) {
                node = name.matches("\\d{1,4}") ? node.get(Integer.parseInt(name)) : null;
                if (node == null || (i + 1 < names.size() && !node.isContainerNode())) {
                    return "the list there has no such element";
                }
            } else {
                node = node.get(name);
            }
        }
        return "";
    }
}
