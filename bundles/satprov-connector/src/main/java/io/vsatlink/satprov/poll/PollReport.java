/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.text.Counted;
import io.vsatlink.api.text.Printable;
import io.vsatlink.kit.sync.Progress;
import io.vsatlink.kit.sync.Sync;
import io.vsatlink.remote.failure.VendorException;
import java.time.Instant;

/**
 * How a poll ended.
 *
 * @param reason the result, as the beginning of the row's Reason
 * @param generation the published generation, null for none
 * @param failure the vendor's failure, null if it was not the cause
 * @param warning what a person should check although the poll succeeded; empty for none
 * @param onlyChanges whether the vendor was asked for what changed, rather than for the whole listing
 */
record PollReport(
        PollOutcome outcome,
        String reason,
        Progress progress,
        Generation generation,
        VendorException failure,
        String warning,
        boolean onlyChanges) {

    PollReport {
        reason = Printable.line(reason);
        warning = Printable.line(warning);
    }

    static PollReport success(Sync.Result read, Generation generation) {
        String reason = "%s, %s: %s%s"
                .formatted(
                        Counted.of(read.progress().pages(), "page"),
                        Counted.of(read.progress().items(), "row"),
                        changes(generation),
                        read.note());
        return new PollReport(PollOutcome.SUCCEEDED, reason, read.progress(), generation, null, read.warning(), false);
    }

    static PollReport held(Sync.Result read, Generation held, String why) {
        String reason =
                "%s; nothing is published until acceptDeletions, or until the next poll, which decides again (%s)%s"
                        .formatted(why, changes(held), read.note());
        return new PollReport(PollOutcome.HELD, reason, read.progress(), null, null, read.warning(), false);
    }

    static PollReport failure(PollOutcome outcome, String reason, Progress progress, VendorException failure) {
        return new PollReport(outcome, reason, progress, null, failure, "", false);
    }

    /** The same report, of a poll that read only what changed since a time: a part must not be taken for the whole. */
    PollReport ofChanges(Instant since) {
        return new PollReport(
                outcome, "changes since " + since + ": " + reason, progress, generation, failure, warning, true);
    }

    static String changes(Generation generation) {
        return "%d added, %d changed, %d removed"
                .formatted(generation.added(), generation.changed(), generation.removed());
    }
}
