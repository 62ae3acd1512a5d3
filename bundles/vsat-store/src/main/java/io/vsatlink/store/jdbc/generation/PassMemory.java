/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.store.jdbc.index.ContentHash;
import io.vsatlink.store.jdbc.index.ContentIndex;
import io.vsatlink.store.jdbc.index.KeyHashes;
import io.vsatlink.store.jdbc.index.RowNumbers;
import java.util.Collection;
import java.util.Map;

/**
 * What the writer of a generation remembers: which rows any pass saw, a bit each, which keys this pass had, and which
 * content the current generation has. Used by one thread at a time.
 */
final class PassMemory {
    private final ContentHash contentHash;
    private final ContentIndex current;
    private final long rowsBefore;
    private final RowNumbers seen = new RowNumbers();
    private final KeyHashes inThisPass = new KeyHashes();

    /** @param current what the current generation has */
    PassMemory(ContentHash contentHash, ContentIndex current) {
        this.contentHash = contentHash;
        this.current = current;
        this.rowsBefore = current.rows();
    }

    void beginPass() {
        inThisPass.clear();
    }

    /** How many rows the current generation has. */
    long rowsBefore() {
        return rowsBefore;
    }

    /** Takes the rows out that are as they were, which most are; what this pass had already needs a closer look. */
    int takeUnchanged(Map<String, Row> rows) {
        if (rowsBefore == 0) {
            return 0;
        }
        int before = rows.size();
        rows.values().removeIf(row -> {
            long key = KeyHashes.of(row.key());
            long rowNo = inThisPass.contains(key) ? ContentIndex.NONE : current.rowNo(contentHash.of(row));
            if (rowNo == ContentIndex.NONE) {
                return false;
            }
            seen.add(rowNo);
            inThisPass.add(key);
            return true;
        });
        return before - rows.size();
    }

    /** Whether this pass seems to have had the key. */
    boolean had(String key) {
        return inThisPass.contains(KeyHashes.of(key));
    }

    RowNumbers seen() {
        return seen;
    }

    /** A page is in the database. */
    void took(Collection<String> keys, PagePlan plan) {
        keys.forEach(key -> inThisPass.add(KeyHashes.of(key)));
        plan.seen.forEach(seen::add);
        plan.noLongerSeen.forEach(seen::remove);
        plan.closes.forEach(closed -> current.replace(closed.rowNo()));
        plan.reopens.forEach(reopened -> current.restore(reopened.rowNo()));
    }

    /** Rows of the current generation that were not seen as they are, replaced ones among them. */
    long unseen() {
        return rowsBefore - seen.size();
    }
}
