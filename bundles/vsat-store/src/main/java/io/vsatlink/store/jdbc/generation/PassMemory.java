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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the writer of a generation keeps in memory: the rows seen in any pass, one bit each; the keys of this pass; and the
 * content of the current generation. Not thread-safe.
 */
final class PassMemory {
    private final ContentHash contentHash;
    private final ContentIndex current;
    private final long rowsBefore;
    private final RowNumbers seen = new RowNumbers();
    private final KeyHashes inThisPass = new KeyHashes();
    private final Set<String> older = new HashSet<>();
    private Set<String> olderBefore = Set.of();

    /**
     * @param current the content of the current generation; may be empty although that has rows
     * @param rowsBefore the number of them
     */
    PassMemory(ContentHash contentHash, ContentIndex current, long rowsBefore) {
        this.contentHash = contentHash;
        this.current = current;
        this.rowsBefore = rowsBefore;
    }

    void beginPass() {
        inThisPass.clear();
        olderBefore = Set.copyOf(older);
        older.clear();
    }

    /** Whether the previous pass had a row with this key that was older than the stored one. */
    boolean olderBefore(String key) {
        return olderBefore.contains(key);
    }

    /** The number of rows in the current generation. */
    long rowsBefore() {
        return rowsBefore;
    }

    /** Removes the unchanged rows, usually most of them. A key that this pass has had already is left for a closer check. */
    int takeUnchanged(Map<String, Row> rows) {
        if (current.rows() == 0) {
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

    /** Whether this pass has probably had the key. */
    boolean had(String key) {
        return inThisPass.contains(KeyHashes.of(key));
    }

    RowNumbers seen() {
        return seen;
    }

    /** To be called once a page is committed. */
    void took(Collection<String> keys, PagePlan plan) {
        keys.forEach(key -> inThisPass.add(KeyHashes.of(key)));
        older.addAll(plan.olderKeys);
        plan.seen.forEach(seen::add);
        plan.noLongerSeen.forEach(seen::remove);
        plan.closes.forEach(closed -> current.replace(closed.rowNo()));
        plan.reopens.forEach(reopened -> current.restore(reopened.rowNo()));
    }

    /** The number of rows of the current generation that were not seen unchanged, including replaced ones. */
    long unseen() {
        return rowsBefore - seen.size();
    }
}
