/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.column;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.draft.sample.Field;
import io.vsatlink.remote.draft.sample.Field.Kind;
import io.vsatlink.remote.draft.sample.Fields;
import io.vsatlink.remote.draft.sample.NameWords;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows in a list of each item.
 *
 * @param place of the list in an item
 * @param rows without duplicates
 * @param repeated whether there were duplicates
 * @param items that contain them
 */
public record NestedRows(String place, List<JsonNode> rows, boolean repeated, Fields items) {

    /** The list with a name like the listing's; empty if there is none, so that the items are the rows. */
    public static Optional<NestedRows> of(String listing, ListingNeeds needs, List<JsonNode> items, Fields fields) {
        List<List<String>> nouns = Likeness.of(listing, needs.key()).nouns();
        return fields.all().stream()
                .filter(field ->
                        field.kinds().contains(Kind.OBJECTS) && !field.place().contains("["))
                .filter(field -> nouns.stream().anyMatch(noun -> isNamed(field, noun)))
                .min(Comparator.comparingInt(field -> field.names().size()))
                .map(field -> in(items, field, fields));
    }

    private static boolean isNamed(Field field, List<String> noun) {
        return NameWords.joined(NameWords.of(field.names().get(field.names().size() - 1)))
                .equals(NameWords.joined(noun));
    }

    private static NestedRows in(List<JsonNode> items, Field list, Fields fields) {
        List<JsonNode> all = new ArrayList<>();
        items.forEach(item -> item.at(list.place()).forEach(row -> {
            if (row.isObject()) {
                all.add(row);
            }
        }));
        Set<JsonNode> once = new LinkedHashSet<>(all);
        return new NestedRows(list.place(), List.copyOf(once), once.size() < all.size(), fields);
    }
}
