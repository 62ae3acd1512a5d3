/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.column;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.remote.draft.sample.Field;
import io.vsatlink.remote.draft.sample.Fields;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Assigns fields to columns.
 *
 * @param taken by column: at most one guess per column, each field used once
 * @param left other pairs with similar names, the most similar first
 */
record ColumnGuesses(Map<String, Guess> taken, List<Guess> left) {

    /** @param key the field of the key, if known; null to guess it like the other columns */
    static ColumnGuesses of(String listing, ListingNeeds needs, Fields fields, Field key) {
        Likeness likeness = Likeness.of(listing, needs.key());
        List<Guess> all = new ArrayList<>();
        for (Column column : needs.fields()) {
            for (Field field : fields.all()) {
                boolean isKey = column.name().equals(needs.key());
                int like = isKey && key == field ? Likeness.SAME + 1 : likeness.of(column.name(), column.type(), field);
                if (like >= Likeness.WORTH_A_WORD && (key == null || isKey == (key == field))) {
                    all.add(new Guess(column, field, like, Fit.of(column.type(), field)));
                }
            }
        }
        all.sort(Comparator.comparing(Guess::active)
                .thenComparing(Guess::likeness)
                .thenComparing(guess -> guess.field().told())
                .reversed());
        Map<String, Guess> taken = new LinkedHashMap<>();
        Set<Field> used = new HashSet<>();
        for (Guess guess : all) {
            boolean overlaps = used.stream()
                    .anyMatch(field -> field == guess.field()
                            || field.isWithin(guess.field())
                            || guess.field().isWithin(field));
            if (guess.active() && !taken.containsKey(guess.column().name()) && !overlaps) {
                taken.put(guess.column().name(), guess);
                used.add(guess.field());
            }
        }
        List<Guess> left = all.stream()
                .filter(guess -> !taken.containsKey(guess.column().name()) && !used.contains(guess.field()))
                .toList();
        return new ColumnGuesses(taken, left);
    }
}
