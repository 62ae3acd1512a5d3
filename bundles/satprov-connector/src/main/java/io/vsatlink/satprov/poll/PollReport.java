package io.vsatlink.satprov.poll;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.text.Counted;
import io.vsatlink.api.text.Printable;
import io.vsatlink.kit.sync.Progress;
import io.vsatlink.kit.sync.Sync;
import io.vsatlink.remote.VendorException;

/**
 * How a poll ended.
 *
 * @param reason what happened, as the beginning of the row's Reason
 * @param generation what was published, null where nothing was
 * @param failure what the vendor did, null where that is not what ended it
 * @param warning what a person should look into although the poll went well; empty for nothing
 */
record PollReport(
        PollOutcome outcome,
        String reason,
        Progress progress,
        Generation generation,
        VendorException failure,
        String warning) {

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
        return new PollReport(PollOutcome.SUCCEEDED, reason, read.progress(), generation, null, read.warning());
    }

    static PollReport held(Sync.Result read, Generation held, String why) {
        String reason =
                "%s; nothing is published until acceptDeletions, or until the next poll, which decides again (%s)%s"
                        .formatted(why, changes(held), read.note());
        return new PollReport(PollOutcome.HELD, reason, read.progress(), null, null, read.warning());
    }

    static PollReport failure(PollOutcome outcome, String reason, Progress progress, VendorException failure) {
        return new PollReport(outcome, reason, progress, null, failure, "");
    }

    static String changes(Generation generation) {
        return "%d added, %d changed, %d removed"
                .formatted(generation.added(), generation.changed(), generation.removed());
    }
}
