/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.remote.listing.Verdict;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the listing until it is complete. Paging gives no snapshot: an insert and a delete between two pages
 * can hide a row from a pass without changing any count, so only rows missing from two complete passes are removed. For one thread.
 */
public final class Sync {
    private final SyncRules rules;
    private final PageFetcher fetcher;
    private final FieldMemory fields;

    /** @param stop ends it; is stopped if a page can't be read */
    public Sync(
            SyncRules rules,
            PageSource source,
            FieldMemory fields,
            PageCalls calls,
            StopSignal stop,
            SyncListener listener) {
        this.rules = rules;
        this.fetcher = new PageFetcher(source, calls, stop, listener);
        this.fields = fields;
    }

    /**
     * The result.
     *
     * @param progress of the last pass
     * @param unsure why the rows that the writer reports as missing count as seen, as part of a Reason; empty if they are gone
     * @param note additional information for a person, as the end of a Reason; may be empty
     * @param warning the part of it that a person should check; may be empty
     */
    public record Result(Progress progress, String unsure, String note, String warning) {

        /** Whether the rows that the writer reports as missing are gone; otherwise they count as seen. */
        public boolean sure() {
            return unsure.isEmpty();
        }
    }

    /** The progress; callable from any thread. */
    public Progress progress() {
        return fetcher.progress();
    }

    /**
     * Fills the writer; rows that it then reports as missing may be removed. Where only changes are read, the writer must be one for
     * changes: then a second pass makes sure that none was hidden between two pages.
     */
    public Result read(GenerationWriter writer) throws SyncFailed, StoppedException {
        Optional<ChangeScope> scope = fetcher.changes();
        scope.ifPresent(changes -> writer.newestBy(changes.column()));
        boolean part = scope.isPresent() && scope.get().onlyChanges();
        Set<String> carried = fields.vanishedBefore();
        writer.carry(carried);
        SharedKeys shared = new SharedKeys(fetcher.key());
        String incomplete = "";
        boolean settled = false;
        int complete = 0;
        for (int number = 1; ; number++) {
            PassTally tally = new PassTally(
                    rules,
                    writer,
                    fetcher.tally(),
                    new ItemTally(fetcher.nesting()),
                    scope.map(ChangeTally::new),
                    shared);
            PageFetcher.Pass pass = fetcher.fetchAll(number, tally);
            if (!part) {
                tally.requireRows();
            }
            shared.passed();
            Verdict verdict = shared.explain(tally.verdict(pass.walk()));
            complete += verdict.complete() ? 1 : 0;
            incomplete = verdict.complete() ? incomplete : verdict.sentence(number);
            if (publishable(verdict)) {
                if (tally.unreadableKey()) {
                    writer.keepMissing();
                }
                Set<String> vanished = part
                        ? fields.stillVanished(tally.told(), fetcher.columns())
                        : fields.vanished(tally.told(), fetcher.columns());
                // otherwise the rows of this pass would lack old values, or keep them although there are new ones
                settled = vanished.equals(carried);
                carried = vanished;
                writer.carry(carried);
            }
            boolean certain = part ? pass.walk().cameSoFar() == 1 : writer.missing() == 0 && tally.older() == 0;
            if (settled && publishable(verdict) && (complete > 1 || (complete == 1 && certain))) {
                tally.mark().ifPresent(writer::mark);
                return part ? changes(pass, tally, carried) : settled(pass, tally, carried);
            }
            if (number == rules.mostPasses()) {
                if (settled && publishable(verdict) && rules.publishesMoved() && !tally.losesTooMany()) {
                    writer.keepMissing();
                    return unsettled(pass, tally, carried, shared.cause());
                }
                throw new SyncFailed(
                        incomplete.isEmpty()
                                ? "the fields of the rows changed between passes, " + number + " times"
                                : incomplete);
            }
            writer.beginPass();
        }
    }

    private boolean publishable(Verdict verdict) {
        return verdict.complete() || (rules.publishesMoved() && verdict.kind() == Verdict.Kind.MOVED);
    }

    private Result settled(PageFetcher.Pass pass, PassTally tally, Set<String> vanished) {
        Drift drift = fields.remember(tally.told(), fetcher.columns(), vanished);
        fields.setAside(tally.setAsideNote());
        String note = pass.walk().note() + tally.setAsideNote() + tally.timesNote() + drift.note();
        return new Result(pass.progress(), "", note, drift.warning());
    }

    /** @param sharedKey why rows were repeated; empty if they moved */
    private Result unsettled(PageFetcher.Pass pass, PassTally tally, Set<String> vanished, Optional<String> sharedKey) {
        Result result = settled(pass, tally, vanished);
        String warning = Stream.of(sharedKey.orElse(""), result.warning())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
        return new Result(
                result.progress(), sharedKey.orElse("the list changed while it was read"), result.note(), warning);
    }

    private Result changes(PageFetcher.Pass pass, PassTally tally, Set<String> vanished) {
        Drift drift = fields.rememberChanges(tally.told(), fetcher.columns(), vanished);
        String before = fields.setAside().replaceFirst("^; ", "; in the last full poll: ");
        String note = pass.walk().note() + tally.setAsideNote() + tally.timesNote() + drift.note() + before;
        return new Result(pass.progress(), "", note, drift.warning());
    }
}
