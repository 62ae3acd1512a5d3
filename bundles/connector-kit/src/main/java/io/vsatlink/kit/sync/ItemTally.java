/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.item.Problem;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.profile.Nesting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts the items of a pass that are not its rows, so that a mistake in the profile is not taken for "no rows". */
final class ItemTally {
    private final Optional<Nesting> nesting;
    /** The rows so far, by key, as hashes; empty if equal rows are not allowed. */
    private final Map<String, Integer> seen = new HashMap<>();

    private long items;
    private long withRows;
    private long calls;
    private long absent;

    /** @param nesting empty if the items are the rows */
    ItemTally(Optional<Nesting> nesting) {
        this.nesting = nesting;
    }

    /** Whether the items are the rows. */
    boolean none() {
        return nesting.isEmpty();
    }

    void page(ListedPage.Items page) {
        items += page.count();
        withRows += page.withRows();
    }

    /** @param found whether the vendor has the item, or rows of it */
    void answer(boolean found) {
        calls++;
        absent += found ? 0 : 1;
    }

    /**
     * The rows that were not there before, if equal rows count as one.
     *
     * @param differs receives a row that differs from one with the same key
     */
    List<Row> distinct(List<Row> rows, Consumer<RejectedRow> differs) {
        if (nesting.isEmpty() || !nesting.get().distinct()) {
            return rows;
        }
        List<Row> distinct = new ArrayList<>();
        for (Row row : rows) {
            Integer before = seen.putIfAbsent(row.key(), row.hashCode());
            if (before == null) {
                distinct.add(row);
            } else if (before != row.hashCode()) {
                differs.accept(new RejectedRow(
                        row.key(), Problem.of(null, "another item has a row with the same key and other values")));
            }
        }
        return distinct;
    }

    /** @throws SyncFailed if no item has rows where the profile expects them */
    void requireRows() throws SyncFailed {
        if (nesting.isEmpty() || items == 0) {
            return;
        }
        Nesting expected = nesting.get();
        if (expected.rows() != null && withRows == 0) {
            String none = items == 1 ? "the only item does not have " : "none of the " + items + " items has ";
            throw new SyncFailed(none + expected.shown() + "; correct rows in the vendor profile");
        }
        if (expected.perItem() != null && calls > 0 && absent == calls) {
            throw new SyncFailed("each call of " + expected.shown() + " returned HTTP 404, " + Counted.of(calls, "call")
                    + " in all; correct perItem in the vendor profile");
        }
    }

    /** What a person should know, as the end of a Reason; may be empty. */
    String note() {
        return absent == 0 ? "" : "; " + absent + " of " + Counted.of(calls, "item") + " returned HTTP 404";
    }
}
