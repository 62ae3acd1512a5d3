/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.PageOutcome;
import io.vsatlink.store.jdbc.generation.VersionLookup.Version;
import io.vsatlink.store.jdbc.generation.VersionLookup.Versions;
import io.vsatlink.store.jdbc.index.RowNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The result of comparing one page: the writes to make, and the changes to the generation's memory once they are committed. */
final class PagePlan {

    /** New content for an existing version. */
    record Rewrite(VersionAddress address, Row row, long hash) {}

    /** A new hash for a version whose content is unchanged. */
    record Rehash(VersionAddress address, long hash) {}

    /** A new version. */
    record Insert(Row row, long hash) {}

    private final long generation;
    private final RowNumbers seenBefore;

    final List<Insert> inserts = new ArrayList<>();
    final List<Rewrite> rewrites = new ArrayList<>();
    final List<Rehash> rehashes = new ArrayList<>();
    final List<VersionAddress> closes = new ArrayList<>();
    final List<VersionAddress> reopens = new ArrayList<>();
    final List<VersionAddress> deletes = new ArrayList<>();
    final List<Long> seen = new ArrayList<>();
    final List<Long> noLongerSeen = new ArrayList<>();
    /** Keys of rows that are older than the version that stays. */
    final List<String> olderKeys = new ArrayList<>();

    long addedToGeneration;
    long changedInGeneration;
    private int added;
    private int changed;
    private int unchanged;
    private int duplicates;
    private int older;

    PagePlan(long generation, RowNumbers seenBefore, int duplicatesInPage) {
        this.generation = generation;
        this.seenBefore = seenBefore;
        this.duplicates = duplicatesInPage;
    }

    /**
     * @param known the row's versions; null if it has none
     * @param inThisPass whether this pass has probably had the key; {@code known} confirms it
     * @param stays whether the open version stays, because it is newer
     */
    void take(Row row, long hash, Versions known, boolean inThisPass, boolean stays) {
        if (known == null || known.open() == null) {
            added++;
            addedToGeneration++;
            inserts.add(new Insert(row, hash));
            return;
        }
        Version open = known.open();
        boolean ours = open.first() == generation;
        boolean seenAsItIs = seenBefore.contains(open.rowNo());
        boolean same = open.hash() == hash;
        if (inThisPass && (ours || seenAsItIs)) {
            duplicates++;
        } else if (stays) {
            older++;
        } else if (same) {
            unchanged++;
        } else {
            changed++;
        }
        if (stays) {
            olderKeys.add(row.key());
            if (!ours && !seenAsItIs) {
                seen.add(open.rowNo());
            }
        } else if (ours) {
            again(row, hash, known);
        } else if (!same) {
            if (seenAsItIs) {
                noLongerSeen.add(open.rowNo());
            }
            supersede(row, hash, open);
        } else if (!seenAsItIs) {
            seen.add(open.rowNo());
        }
    }

    /** Adds the writes of the plan of other keys. Its counts are not added: they are told page by page. */
    void add(PagePlan other) {
        inserts.addAll(other.inserts);
        rewrites.addAll(other.rewrites);
        rehashes.addAll(other.rehashes);
        closes.addAll(other.closes);
        reopens.addAll(other.reopens);
        deletes.addAll(other.deletes);
    }

    /** Whether the page changes nothing in the database. */
    boolean writesNothing() {
        return Stream.of(inserts, rewrites, rehashes, closes, reopens, deletes).allMatch(List::isEmpty);
    }

    private void supersede(Row row, long hash, Version old) {
        changedInGeneration++;
        closes.add(new VersionAddress(row.key(), old.rowNo()));
        inserts.add(new Insert(row, hash));
    }

    /** Handles a key whose version was written by this generation. */
    private void again(Row row, long hash, Versions known) {
        Version before = known.superseded();
        VersionAddress ours = new VersionAddress(row.key(), known.open().rowNo());
        if (before != null && before.hash() == hash) {
            // back to the previous content: as if it had never changed
            changedInGeneration--;
            deletes.add(ours);
            reopens.add(new VersionAddress(row.key(), before.rowNo()));
            seen.add(before.rowNo());
        } else if (known.open().hash() != hash) {
            rewrites.add(new Rewrite(ours, row, hash));
        }
    }

    /** @param unchangedElsewhere unchanged rows of the page that are not in this plan */
    PageOutcome outcome(int unchangedElsewhere) {
        return new PageOutcome(added, changed, unchanged + unchangedElsewhere, duplicates, older);
    }
}
