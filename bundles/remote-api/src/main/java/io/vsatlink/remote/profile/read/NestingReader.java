/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.remote.profile.FactPlace;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import io.vsatlink.remote.profile.Nesting;
import io.vsatlink.remote.profile.PerItem;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.column.Place;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the part of a listing that describes where its rows are if they are not its items. */
final class NestingReader {
    private final Set<String> settings;

    /** @param settings placeholders that path and query may have */
    NestingReader(Set<String> settings) {
        this.settings = settings;
    }

    /**
     * @param node of the listing
     * @param items its items, with the columns of the rows; null after a mistake
     * @return null if its rows are its items, and after a mistake
     */
    Nesting read(ProfileNode node, ItemsProfile items) {
        if (node.has("rows") && node.has("perItem")) {
            node.at("rows").refuse("and perItem exclude each other");
        }
        if (!node.has("rows") && !node.has("perItem")) {
            if (node.flag("distinct")) {
                node.at("distinct").refuse("needs rows or perItem");
            }
            return null;
        }
        PerItem perItem = node.has("perItem") ? perItem(node.at("perItem"), items) : null;
        if (!node.sound()) {
            return null;
        }
        Place rows = node.has("rows") ? SourceReader.single(node.at("rows")) : null;
        return new Nesting(rows, perItem, node.flag("distinct"));
    }

    private PerItem perItem(ProfileNode node, ItemsProfile items) {
        Map<String, Place> parameters = new LinkedHashMap<>();
        ProfileNode places = node.at("parameters");
        places.names().forEach(name -> parameters.put(name, SourceReader.single(places.at(name))));
        parameters.keySet().stream().filter(settings::contains).forEach(name -> node.at("parameters")
                .at(name)
                .refuse("is a placeholder of the element; use another name"));
        Set<String> known = new HashSet<>(settings);
        known.addAll(parameters.keySet());
        node.at("path").allowPlaceholders(known);
        node.at("query").allowPlaceholders(known);
        Set<String> used =
                Placeholders.in(node.json().path("path") + " " + node.json().path("query"));
        parameters.keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> node.at("parameters").at(name).refuse("is not used by path or query"));
        boolean link = node.has("linkPointer");
        if (link == node.has("path")) {
            node.refuse("must have either path or linkPointer");
        }
        PagingReader.refuseOutsideQuery(node.at("paging"));
        if (!node.sound() || items == null) {
            return null;
        }
        boolean list = node.has("itemsPointer");
        if (node.has("totalPointer") && !list) {
            node.at("totalPointer").refuse("needs itemsPointer: without it the response is one row");
            return null;
        }
        String pointer = list ? node.text("itemsPointer") : node.has("itemPointer") ? node.text("itemPointer") : "";
        return new PerItem(
                node.text("path"),
                node.textMap("query"),
                parameters,
                link ? SourceReader.single(node.at("linkPointer")) : null,
                node.has("paging")
                        ? PagingReader.read(node.at("paging"))
                        : PerItem.linked(FactPlace.inBody(node.text("totalPointer"))),
                new ItemsProfile(
                        pointer,
                        list ? items.shape() : Shape.SINGLE,
                        items.fields(),
                        items.key(),
                        items.columns(),
                        items.added()));
    }
}
