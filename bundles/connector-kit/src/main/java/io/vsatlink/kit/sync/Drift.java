/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.JsonKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the fields of a poll differ from those of earlier polls. It does not stop anything that still works.
 *
 * @param note all differences, as the end of a Reason; may be empty
 * @param warning the differences that a person should check; empty for none, and for the first poll, whose fields are all new
 */
record Drift(String note, String warning) {

    /** The findings of earlier polls: columns, their kinds as {@code column:KIND}, and fields without a column. */
    record Known(Set<String> columns, Set<String> kinds, Set<String> unknown) {}

    /** @param few whether these are only some rows, in which a column may be empty although others have it */
    static Drift of(FieldTally told, List<String> columns, Set<String> vanished, Known before, boolean few) {
        List<String> parts = new ArrayList<>();
        if (!vanished.isEmpty()) {
            parts.add("the vendor no longer returns " + String.join(", ", vanished) + "; the old values are kept");
        }
        Set<String> added = gone(told, columns, before.columns());
        added.removeAll(vanished);
        if (!few && !added.isEmpty() && told.items() > 0) {
            parts.add("no row has a value for " + String.join(", ", added) + " any more");
        }
        parts.addAll(changed(told, columns, before));
        boolean first = before.columns().isEmpty();
        String come = first ? String.join(", ", new TreeSet<>(told.unknown().keySet())) : come(told, before.unknown());
        if (!come.isEmpty()) {
            parts.add("new, and kept as extra: " + come);
        }
        String all = String.join("; ", parts);
        return new Drift(all.isEmpty() ? "" : "; " + all, first ? "" : all);
    }

    /** The columns that were returned before and that no row has. */
    static Set<String> gone(FieldTally told, List<String> columns, Set<String> before) {
        Set<String> gone = new TreeSet<>(before);
        gone.retainAll(columns);
        gone.removeAll(told(told, columns));
        return gone;
    }

    static Set<String> told(FieldTally told, List<String> columns) {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (told.told(i) > 0) {
                names.add(columns.get(i));
            }
        }
        return names;
    }

    static Set<String> kinds(FieldTally told, List<String> columns) {
        Set<String> kinds = new TreeSet<>();
        for (int i = 0; i < columns.size(); i++) {
            for (JsonKind kind : JsonKind.values()) {
                if (told.count(i, kind) > 0) {
                    kinds.add(columns.get(i) + ":" + kind);
                }
            }
        }
        return kinds;
    }

    private static List<String> changed(FieldTally told, List<String> columns, Known before) {
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            boolean known = before.kinds().stream().anyMatch(each -> each.startsWith(column + ":"));
            for (JsonKind kind : JsonKind.values()) {
                if (known && told.count(i, kind) > 0 && !before.kinds().contains(column + ":" + kind)) {
                    changed.add("%s comes as %s in %s, for instance %s"
                            .formatted(
                                    column,
                                    kind.words(),
                                    Counted.of(told.count(i, kind), "row"),
                                    told.sample(i, kind).orElse("")));
                }
            }
        }
        return changed;
    }

    private static String come(FieldTally told, Set<String> heardOf) {
        List<String> come = new ArrayList<>();
        new TreeMap<>(told.unknown()).forEach((name, seen) -> {
            if (!heardOf.contains(name)) {
                come.add("%s (in %s, for instance %s)".formatted(name, Counted.of(seen.items(), "row"), seen.sample()));
            }
        });
        return String.join(", ", come);
    }
}
