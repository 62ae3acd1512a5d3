/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.column.Cleaning;
import io.vsatlink.remote.profile.column.Cleaning.Letters;
import io.vsatlink.remote.profile.column.Place;
import io.vsatlink.remote.profile.column.ValueSource;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads where a column's value comes from, and what is done with its text. */
final class SourceReader {
    private static final List<String> SOURCES =
            List.of("pointer", "parent", "firstOf", "join", "constant", "placeholder");

    /** The beginning of a selection whose rest is in the next segment, as in {@code /[name=up/down]}. */
    private static final Pattern HALF = Pattern.compile("\\[[^=\\]/]+=[^\\]/]*(/|$)");

    private SourceReader() {}

    /** Of a sound part. */
    static ValueSource read(ProfileNode node) {
        if (node.json().isTextual()) {
            return new ValueSource.At(place(node));
        }
        List<String> given = SOURCES.stream().filter(node::has).toList();
        if (given.size() > 1 || (given.size() == 1 && node.flag("itemName"))) {
            String other = given.size() > 1 ? given.get(1) : "itemName";
            node.at(given.get(0)).refuse("and " + other + " exclude each other");
        }
        return switch (given.isEmpty() ? "itemName" : given.get(0)) {
            case "pointer" -> new ValueSource.At(place(node.at("pointer")));
            case "parent" -> new ValueSource.At(place(node.at("parent")).ofParent());
            case "firstOf" -> new ValueSource.FirstOf(places(node.at("firstOf")));
            case "join" -> {
                String with = node.at("join").text("with");
                yield new ValueSource.Joined(places(node.at("join").at("pointers")), with == null ? "" : with);
            }
            case "constant" -> new ValueSource.Constant(node.text("constant"));
            case "placeholder" -> new ValueSource.Placeholder();
            default -> new ValueSource.OwnName();
        };
    }

    private static List<Place> places(ProfileNode list) {
        List<Place> places = list.elements().stream().map(SourceReader::place).toList();
        if (places.isEmpty()) {
            list.refuse("must have at least one pointer");
        }
        return places;
    }

    private static Place place(ProfileNode node) {
        String pointer = node.json().textValue();
        if (node.source().vocabulary() < 2) {
            return Place.ofPointer(pointer);
        }
        Place place = selecting(node);
        if (place.endsInSelection()) {
            node.refuse("must continue after the selection, for instance with /value");
        }
        return place;
    }

    /** A place in which elements of lists may be selected. */
    static Place selecting(ProfileNode node) {
        String pointer = node.json().textValue();
        if (HALF.matcher(pointer).find()) {
            node.refuse(
                    "has a [ without its ] before the next slash; in the value of a selection, write ~1 for a slash");
        }
        return Place.ofSelecting(pointer);
    }

    /** One that leads to one value only. */
    static Place single(ProfileNode node) {
        Place place = selecting(node);
        if (place.isMultiple()) {
            node.refuse("must lead to one place of an item, and [*] leads to several");
        }
        return place;
    }

    /** Of a sound part. */
    static Cleaning cleaning(ProfileNode node, ValueSource source, ColumnType type) {
        ProfileNode split = node.at("split");
        String list = node.text("list");
        String letters = node.text("case");
        if (list != null && type != ColumnType.TEXT) {
            node.at("list").refuse("is allowed for text only");
        }
        if (list == null && source.places().stream().anyMatch(Place::isMultiple)) {
            node.refuse("has [*] in its pointer and needs list, the text between two values");
        }
        return new Cleaning(
                node.flag("trim"),
                split.text("by"),
                split.integer("part"),
                letters == null ? Letters.SAME : Letters.valueOf(letters.toUpperCase(Locale.ROOT)),
                list);
    }
}
