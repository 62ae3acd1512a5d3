/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.remote.listing.Verdict;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the keys that several rows of a listing share. A row that moves while it is read comes twice as well, but not in each pass
 * with the same contents. The first pass shows which pages have repeated rows; only their keys are followed in the others, because
 * remembering all keys of a large listing would cost as much memory as the rows. For one thread.
 */
final class SharedKeys {
    private static final int MOST_KEYS = 10_000;
    private static final int MOST_COLUMNS = 3;

    private final String key;
    private final Set<String> suspects = new HashSet<>();
    private Map<String, Rows> before = new TreeMap<>();
    private Map<String, Rows> now = new TreeMap<>();
    private int passes;

    /** @param key the key column and its place, for people */
    SharedKeys(String key) {
        this.key = key;
    }

    /** The rows with one key in one pass. */
    private static final class Rows {
        private final Row first;
        private int count = 1;
        /** The same for the same rows in another order. */
        private long contents;

        /** The indexes of the columns in which they differ; behind the last one, the fields without a column. */
        private final BitSet differing = new BitSet();

        private boolean onOnePage;

        Rows(Row first) {
            this.first = first;
            this.contents = first.hashCode();
        }

        Rows and(Row row) {
            count++;
            contents += row.hashCode();
            for (int i = 0; i < row.values().size(); i++) {
                if (!Objects.equals(row.values().get(i), first.values().get(i))) {
                    differing.set(i);
                }
            }
            if (!Objects.equals(row.extraJson(), first.extraJson())) {
                differing.set(row.values().size());
            }
            return this;
        }

        boolean differ() {
            return !differing.isEmpty();
        }

        String differences() {
            List<Column> columns = first.listing().columns();
            String names = differing.stream()
                    .limit(MOST_COLUMNS)
                    .mapToObj(i -> i < columns.size() ? columns.get(i).name() : "fields without a column")
                    .collect(Collectors.joining(", "));
            return names + (differing.cardinality() > MOST_COLUMNS ? " and more" : "");
        }

        boolean areAs(Rows others) {
            return count == others.count && contents == others.contents;
        }
    }

    /** @param duplicates the number of its rows whose keys occurred before in this pass */
    void page(List<Row> rows, int duplicates) {
        if (passes == 0) {
            if (duplicates > 0) {
                rows.stream()
                        .limit(Math.max(0, MOST_KEYS - suspects.size()))
                        .map(Row::key)
                        .forEach(suspects::add);
            }
            return;
        }
        Set<String> onThisPage = new HashSet<>();
        for (Row row : rows) {
            if (suspects.contains(row.key())) {
                Rows known = now.get(row.key());
                Rows all = known == null ? new Rows(row) : known.and(row);
                all.onOnePage |= !onThisPage.add(row.key());
                now.put(row.key(), all);
            }
        }
    }

    /** A pass has ended. */
    void passed() {
        passes++;
        if (passes > 1) {
            now.values().removeIf(rows -> rows.count == 1);
        }
        if (passes > 2) {
            now.entrySet()
                    .removeIf(each -> !before.containsKey(each.getKey())
                            || !each.getValue().areAs(before.get(each.getKey())));
        }
        if (passes > 1) {
            suspects.retainAll(now.keySet());
        }
        before = now;
        now = new TreeMap<>();
    }

    /** The verdict on the last pass; if rows seem to have moved and these keys are the reason, with that reason. */
    Verdict explain(Verdict verdict) {
        return verdict.kind() == Verdict.Kind.MOVED
                ? cause().map(verdict::because).orElse(verdict)
                : verdict;
    }

    /** Why rows were repeated, as the beginning of a Reason; empty if the keys are not why. */
    Optional<String> cause() {
        return any(Rows::differ)
                .map(rows -> key + " is not unique: " + rows.first.key() + " is the key of " + rows.count
                        + " rows, which differ in " + rows.differences())
                .or(() -> any(rows -> rows.onOnePage)
                        .map(rows -> "the vendor repeats rows: " + key + " " + rows.first.key() + " is listed "
                                + rows.count + " times with the same values"));
    }

    private Optional<Rows> any(Predicate<Rows> what) {
        // two passes have to agree, after the one that raised the suspicion
        return passes < 3
                ? Optional.empty()
                : before.values().stream().filter(what).findFirst();
    }

    /** The number of rows that are not stored because another one with their key is. */
    long lost() {
        return before.values().stream()
                .filter(Rows::differ)
                .mapToLong(rows -> rows.count - 1)
                .sum();
    }
}
