/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import io.vsatlink.remote.profile.column.ColumnProfile;
import io.vsatlink.remote.profile.column.ValueSource;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the part of a profile that describes the items of a response. */
final class ItemsReader {
    private final List<Column> fields;
    private final String key;
    private final Set<String> optional;
    private final ColumnReader columnReader;

    /**
     * @param key null if nothing identifies an item
     * @param optional fields that may be left out silently
     * @param columnReader reads each column
     */
    ItemsReader(List<Column> fields, String key, Set<String> optional, ColumnReader columnReader) {
        this.fields = fields;
        this.key = key;
        this.optional = optional;
        this.columnReader = columnReader;
    }

    /** @param commonItems the pointer to the items if the node has none; null if the node must have one */
    ItemsProfile read(ProfileNode node, String commonItems) {
        ProfileNode columns = node.at("columns");
        List<ColumnProfile> wanted = new ArrayList<>();
        List<ColumnProfile> added = new ArrayList<>();
        if (columns.json().isObject()) {
            fields.forEach(field -> wanted.add(wanted(columns.at(field.name()), field)));
            columns.names().stream()
                    .filter(name ->
                            fields.stream().noneMatch(field -> field.name().equals(name)))
                    .forEach(name -> added.add(columnReader.readAdded(columns.at(name), name)));
        }
        // it stands in the profile for people to see; which one it is, is the connector's
        if (key != null && node.at("key").sound() && !key.equals(node.text("key"))) {
            node.at("key").refuse("must be " + key);
        }
        List<ColumnProfile> all = Stream.concat(wanted.stream(), added.stream())
                .filter(Objects::nonNull)
                .toList();
        refuseNested(columns, all);
        all.stream()
                .filter(column -> column.source() instanceof ValueSource.Placeholder)
                .forEach(column ->
                        columns.at(column.name()).refuse("has no place: placeholder is for fields of a call"));
        if (!node.sound()) {
            return null;
        }
        boolean single = node.has("itemPointer");
        boolean members = all.stream().anyMatch(column -> column.source() instanceof ValueSource.OwnName);
        Shape shape = single ? Shape.SINGLE : members ? Shape.MEMBERS : Shape.ARRAY;
        String own = node.text(single ? "itemPointer" : "itemsPointer");
        return new ItemsProfile(own == null ? commonItems : own, shape, fields, key, wanted, added);
    }

    /** A value is either taken as a whole or by its members, not both. */
    private static void refuseNested(ProfileNode columns, List<ColumnProfile> all) {
        for (ColumnProfile inner : all) {
            for (ColumnProfile outer : all) {
                if (isWithin(inner, outer)) {
                    columns.at(inner.name()).refuse("stands within " + outer.place() + ", which is " + outer.name());
                }
            }
        }
    }

    private static boolean isWithin(ColumnProfile inner, ColumnProfile outer) {
        return inner.source().places().stream()
                .anyMatch(place -> outer.source().places().stream().anyMatch(place::isWithin));
    }

    private ColumnProfile wanted(ProfileNode node, Column field) {
        String name = field.name();
        boolean others = node.source().saysOthers();
        if (node.json().isMissingNode() && !optional.contains(name) && !(others && !name.equals(key))) {
            node.refuse("is missing; give its pointer, or null if the vendor does not have it");
        } else if (name.equals(key) && node.json().isNull()) {
            node.refuse("is the key and can't be null");
        }
        return node.json().isMissingNode() || node.json().isNull() ? null : columnReader.read(node, name, field.type());
    }
}
