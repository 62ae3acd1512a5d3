/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.Map;
import java.util.Optional;

/**
 * Columns that come from the parent item of a row.
 *
 * @param nested null if the items are the rows
 * @param keys the pointers of keys in the items, by column name
 */
public record ParentColumns(String listing, ListingNeeds needs, NestedRows nested, Map<String, String> keys) {

    /** Empty if no member of the item has a name like the column's. */
    Optional<JsonNode> of(String column) {
        if (nested == null || column.equals(needs.key())) {
            return Optional.empty();
        }
        if (keys.containsKey(column)) {
            return Optional.of(parent(keys.get(column)));
        }
        Guess guess =
                ColumnGuesses.of(listing, needs, nested.items(), null).taken().get(column);
        boolean like = guess != null
                && guess.likeness() > Likeness.SAME_BUT_NOUN
                && !guess.field().place().startsWith(nested.place() + "/");
        return like
                ? Optional.of(parent(guess.field().place()).setAll(guess.fit().more()))
                : Optional.empty();
    }

    private static ObjectNode parent(String place) {
        return JsonNodeFactory.instance.objectNode().put("parent", place);
    }
}
