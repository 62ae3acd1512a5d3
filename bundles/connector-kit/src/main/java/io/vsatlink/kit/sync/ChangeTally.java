/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.store.ChangeMark;
import io.vsatlink.api.text.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a pass brings what is known of a vendor's changes: up to the latest time of its rows, less what the pass lasted, because
 * a row that changed after its page was read may be older than one on a later page. All of it is by the vendor's clocks: a time later than
 * the header Date of its response does not count, and without that header nothing is known.
 */
final class ChangeTally {
    private final ChangeScope scope;
    private long rows;
    private long early;
    private boolean undated;
    private Instant begin;
    private Instant end;
    private Instant latest;

    ChangeTally(ChangeScope scope) {
        this.scope = scope;
    }

    void page(Instant date, List<Row> page) {
        rows += page.size();
        if (date == null) {
            undated = true;
            return;
        }
        begin = begin == null || date.isBefore(begin) ? date : begin;
        end = end == null || date.isAfter(end) ? date : end;
        for (Row row : page) {
            if (row.get(scope.column()) instanceof TimeValue time) {
                row(time.instant(), date);
            }
        }
    }

    private void row(Instant time, Instant date) {
        if (!time.isAfter(date) && (latest == null || time.isAfter(latest))) {
            latest = time;
        }
        if (scope.onlyChanges() && time.isBefore(scope.since())) {
            early++;
        }
    }

    private Optional<Instant> until() {
        return undated || latest == null ? Optional.empty() : Optional.of(latest.minus(Duration.between(begin, end)));
    }

    /**
     * The mark after this pass; empty if the one before stays, or if there is none.
     *
     * @param all whether all rows were taken: one that was not has to come again
     */
    Optional<ChangeMark> mark(boolean all) {
        return until().filter(until -> !scope.onlyChanges()
                        || (all && until.isAfter(scope.known().until())))
                .map(until -> new ChangeMark(until, scope.basis()));
    }

    /** What a person should know, as the end of a Reason; may be empty. */
    String note() {
        if (scope.onlyChanges()) {
            return early == 0
                    ? ""
                    : "; " + early + " of " + Counted.of(rows, "row")
                            + " changed before that: the vendor seems to ignore " + scope.parameter();
        }
        if (rows == 0 || until().isPresent()) {
            return "";
        }
        return (undated
                        ? "; the vendor's responses have no Date header"
                        : "; no row has a " + scope.column() + " up to the vendor's Date")
                + ", so the next poll reads the whole listing again";
    }
}
