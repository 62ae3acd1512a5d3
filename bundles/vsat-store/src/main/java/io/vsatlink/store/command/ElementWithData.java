/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import java.util.Set;
import java.util.TreeSet;

/**
 * Whose data a command shows.
 *
 * @param stored the elements that have published data, running or not
 * @param running the elements that are running, with data or not
 */
record ElementWithData(Set<String> stored, Set<String> running) {

    /**
     * @param asked null for the only one
     * @throws IllegalArgumentException with a sentence if it can't be said, or has no data
     */
    String named(String asked) {
        if (asked == null && stored.size() == 1) {
            return stored.iterator().next();
        }
        if (asked != null && stored.contains(asked)) {
            return asked;
        }
        String others = stored.isEmpty() ? "no element has any yet" : "elements with data: " + sorted(stored);
        if (asked == null) {
            throw new IllegalArgumentException(
                    stored.isEmpty()
                            ? "no element has data yet: no poll has succeeded; satprov:dataset-list shows why"
                            : "choose one with --element: " + sorted(stored));
        }
        throw new IllegalArgumentException(
                running.contains(asked)
                        ? asked + " has no data yet: none of its polls has succeeded; satprov:dataset-list --element "
                                + asked + " shows why"
                        : "there is no element " + asked + ", nor data of one; " + others);
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }
}
