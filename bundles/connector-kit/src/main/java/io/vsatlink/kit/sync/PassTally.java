/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.ChangeMark;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PageOutcome;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the pages of a pass and counts, so that nothing is dropped without a report. */
final class PassTally implements PageFetcher.PageSink {
    private static final Logger LOG = LoggerFactory.getLogger(PassTally.class);

    /** A poll fails when more rows than this, and more than 1 % of them, are bad. */
    private static final int BAD_ROWS_ALLOWED = 10;

    private static final int SAMPLES_LOGGED = 10;

    private final SyncRules rules;
    private final GenerationWriter writer;
    private final FieldTally told;
    private final Set<String> keptKeys = new HashSet<>();
    private final ItemTally ofItems;
    private final Optional<ChangeTally> changes;
    private final SharedKeys shared;
    private long items;
    private long duplicates;
    private long older;
    private long setAside;
    private boolean unreadableKey;
    private String sample = "";

    /**
     * @param told empty; collects the fields of the rows
     * @param ofItems counts the items of the pages, if they are not the rows
     * @param changes follows the vendor's times of the rows; empty if they do not matter
     * @param shared is given the rows
     */
    PassTally(
            SyncRules rules,
            GenerationWriter writer,
            FieldTally told,
            ItemTally ofItems,
            Optional<ChangeTally> changes,
            SharedKeys shared) {
        this.rules = rules;
        this.writer = writer;
        this.told = told;
        this.ofItems = ofItems;
        this.changes = changes;
        this.shared = shared;
    }

    @Override
    public void take(ListedPage page) throws SyncFailed {
        ofItems.page(page.items());
        rows(page, ofItems.none() ? page.head().totalItems() : 0);
    }

    @Override
    public void takeItem(Optional<ListedPage> rows) throws SyncFailed {
        ofItems.answer(rows.isPresent());
        if (rows.isPresent()) {
            rows(rows.get(), 0);
        }
    }

    private void rows(ListedPage page, long total) throws SyncFailed {
        page.rejected().forEach(this::setAside);
        items += page.rowsTold();
        told.add(page.told());
        List<Row> rows = ofItems.distinct(page.rows(), this::count);
        changes.ifPresent(tally -> tally.page(page.head().date(), rows));
        if (!rows.isEmpty()) {
            PageOutcome outcome = writer.write(rows);
            duplicates += outcome.duplicates();
            older += outcome.older();
            shared.page(rows, outcome.duplicates());
        }
        long all = Math.max(items, total);
        if (tooMany(setAside, all)) {
            throw new SyncFailed(setAside + " of " + rules.counted(all) + " are bad" + sample);
        }
    }

    private static boolean tooMany(long bad, long all) {
        return bad > BAD_ROWS_ALLOWED && bad * 100 > all;
    }

    /** Whether too many rows are not stored because others have their keys. */
    boolean losesTooMany() {
        return tooMany(shared.lost(), items);
    }

    /** The verdict on the pass that read these rows. */
    Verdict verdict(ListingWalk walk) {
        return ofItems.none() ? walk.verdict(duplicates) : walk.verdict(items, duplicates);
    }

    /** The number of rows that are older than the stored ones, which therefore stay. */
    long older() {
        return older;
    }

    /** From where the next changes can be read, if that is known after this pass. */
    Optional<ChangeMark> mark() {
        return changes.flatMap(tally -> tally.mark(setAside == 0));
    }

    /** What the times of the rows mean to a person, as the end of a Reason; empty for nothing. */
    String timesNote() {
        return (older == 0 ? "" : "; " + rules.counted(older) + " older than stored, not taken")
                + changes.map(ChangeTally::note).orElse("");
    }

    /** The fields of the rows. */
    FieldTally told() {
        return told;
    }

    /** @throws SyncFailed if no row could be read, or no item has rows where the profile expects them */
    void requireRows() throws SyncFailed {
        if (items > 0 && setAside >= items) {
            throw new SyncFailed(rules.counted(items) + (items == 1 ? " is bad" : " are all bad") + sample);
        }
        ofItems.requireRows();
    }

    /** Whether a row that seems to be missing may be one whose key can't be read. */
    boolean unreadableKey() {
        return unreadableKey;
    }

    /** The set-aside rows, as the end of a Reason; empty for none. */
    String setAsideNote() {
        return ofItems.note() + (setAside == 0 ? "" : "; " + rules.counted(setAside) + " set aside" + sample);
    }

    private void setAside(RejectedRow bad) {
        count(bad);
        if (bad.key() == null) {
            unreadableKey = true;
        } else if (keptKeys.add(bad.key())) {
            writer.keep(bad.key());
        } else {
            duplicates++;
        }
    }

    private void count(RejectedRow bad) {
        setAside++;
        if (sample.isEmpty()) {
            sample = ", for instance " + bad.name() + " (" + bad.reason() + ")";
        }
        if (setAside <= SAMPLES_LOGGED) {
            LOG.warn("A {} was set aside: {} ({})", rules.row(), bad.name(), bad.reason());
        }
    }
}
