package io.vsatlink.api.element;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.PollOutcome;
import java.time.Instant;

/**
 * A row of the Polling Settings at one moment.
 *
 * @param enabled the row's State
 * @param reason one sentence that explains the status
 * @param warning what a person should look into although polls go well, such as fields that changed; empty for nothing
 * @param pagesProcessed pages of the running or else the last poll
 * @param pagesTotal pages that the vendor told of, 0 while unknown
 * @param itemsReceived rows received in the running or else the last poll
 * @param totalItems rows of the current generation
 * @param lastOutcome how the last poll ended; null where none ever did
 * @param lastPolled when the last successful poll ended; null where none did
 * @param lastAttempt when the last poll began; null where none did
 * @param nextPoll when the next is due; null while none is planned
 */
public record DatasetStatus(
        Dataset dataset,
        boolean enabled,
        PollStatus status,
        String reason,
        String warning,
        int pagesProcessed,
        int pagesTotal,
        long itemsReceived,
        long totalItems,
        PollOutcome lastOutcome,
        Instant lastPolled,
        Instant lastAttempt,
        Instant nextPoll) {}
