/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.column;

import io.vsatlink.remote.draft.sample.Field;
import io.vsatlink.remote.draft.sample.Fields;
import io.vsatlink.remote.draft.sample.NameWords;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Guesses the key: a field that every row has, with a different value in each, and a name like an id. */
public record KeyGuess(ListingNeeds needs, Fields fields, Likeness likeness) {
    private static final Set<String> IDS =
            Set.of("id", "number", "key", "code", "uuid", "guid", "no", "ref", "reference");
    private static final int IS_ID = 30;
    private static final int DEEP = 5;

    public static KeyGuess of(String listing, ListingNeeds needs, Fields fields) {
        return new KeyGuess(needs, fields, Likeness.of(listing, needs.key()));
    }

    /** Empty if no field qualifies. */
    public Optional<Field> field() {
        return fields.all().stream()
                .filter(field -> field.isUnique(fields.rows()))
                .filter(field -> rank(field) > 0)
                .max(Comparator.comparingInt(this::rank));
    }

    /** Other fields that could be the key. */
    List<Field> others(Field key) {
        return fields.all().stream()
                .filter(field -> !field.equals(key) && field.isUnique(fields.rows()) && rank(field) > 0)
                .toList();
    }

    /** How likely the field is the key. */
    int rank(Field field) {
        int like = like(field);
        List<String> words = NameWords.of(field.names().get(field.names().size() - 1));
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        if (IDS.contains(last)) {
            return like + IS_ID - DEEP * field.names().size() + (last.equals("id") ? DEEP : 0);
        }
        return like >= Likeness.ACTIVE ? like : 0;
    }

    /** How similar the field's name is to the key's. */
    int like(Field field) {
        return needs.fields().stream()
                .filter(column -> column.name().equals(needs.key()))
                .mapToInt(column -> likeness.of(column.name(), column.type(), field))
                .findFirst()
                .orElse(0);
    }
}
