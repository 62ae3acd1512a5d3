package io.vsatlink.satprov.poll;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.vendor.Unauthorized;

/**
 * How a poll ended.
 *
 * @param reason what happened, as the beginning of the row's Reason
 * @param generation what was published, null where nothing was
 * @param refusal the vendor's refusal of our credentials, null where that is not what ended it
 */
record PollReport(PollOutcome outcome, String reason, Progress progress, Generation generation, Unauthorized refusal) {

    static PollReport success(Progress progress, Generation generation, String note) {
        String reason = "%d pages, %d rows: %d added, %d changed, %d removed%s"
                .formatted(
                        progress.pages(),
                        progress.items(),
                        generation.added(),
                        generation.changed(),
                        generation.removed(),
                        note);
        return new PollReport(PollOutcome.SUCCEEDED, reason, progress, generation, null);
    }

    static PollReport failure(PollOutcome outcome, String reason, Progress progress, Unauthorized refusal) {
        return new PollReport(outcome, reason, progress, null, refusal);
    }
}
