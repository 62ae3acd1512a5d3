/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.sample;

import io.vsatlink.remote.draft.sample.OpenApi.Operation;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the OpenAPI operation that returns a listing. */
public record Operations(OpenApi api) {
    private static final double HALF = 0.5;
    private static final double NAMED = 0.4;

    /**
     * The operation whose rows have the same members as the vendor's rows, or else the one with a name like the
     * listing's.
     *
     * @param rows of a saved response; null for none
     */
    public Optional<Operation> of(String listing, ListingNeeds needs, Fields rows) {
        return api.listings().stream()
                .filter(operation ->
                        rows == null ? named(operation, listing, needs) > 0 : shared(operation, rows) >= HALF)
                .max(Comparator.comparingDouble(operation ->
                        (rows == null ? 0 : shared(operation, rows)) + NAMED * named(operation, listing, needs)));
    }

    /** The fraction of the rows' members that the operation has. */
    private static double shared(Operation operation, Fields rows) {
        Set<String> theirs = operation.fields().all().stream().map(Field::place).collect(Collectors.toSet());
        List<String> top = rows.all().stream()
                .filter(field -> field.names().size() == 1)
                .map(Field::place)
                .toList();
        return top.isEmpty()
                ? 0
                : (double) top.stream().filter(theirs::contains).count() / top.size();
    }

    private static double named(Operation operation, String listing, ListingNeeds needs) {
        String last = operation
                .path()
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("/+$", "")
                .replaceAll(".*/", "");
        Set<String> words = new HashSet<>(NameWords.of(last));
        Set<String> ours = new HashSet<>(NameWords.of(listing));
        List<String> key = NameWords.of(needs.key());
        ours.addAll(key.subList(0, Math.max(1, key.size() - 1)));
        long shared = words.stream().filter(ours::contains).count();
        return words.isEmpty() ? 0 : (double) shared / words.size();
    }
}
