/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which place is which column.
 *
 * @param taken by the column's name: at most one for each, and each place once
 * @param left places and columns of names that are somewhat alike, the most alike first
 */
record ColumnGuesses(Map<String, Guess> taken, List<Guess> left) {

    /** @param key what is known of the key; null where it is to be guessed as the others are */
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
