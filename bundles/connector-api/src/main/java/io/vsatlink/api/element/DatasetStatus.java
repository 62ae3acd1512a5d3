/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.element;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.PollOutcome;
import java.time.Instant;

/**
 * A row of the Polling Settings at one moment.
 *
 * @param enabled the row's State
 * @param reason one sentence that explains the status
 * @param warning what a person should check although polls succeed, such as changed fields; empty for none
 * @param pagesProcessed pages of the running or the last poll
 * @param pagesTotal pages that the vendor reported, 0 while unknown
 * @param itemsReceived rows received in the running or the last poll
 * @param totalItems rows of the current generation
 * @param lastOutcome outcome of the last poll; null for none
 * @param lastPolled end of the last successful poll; null for none
 * @param lastFullPoll end of the last successful poll of the whole listing; null for none
 * @param lastAttempt start of the last poll; null for none
 * @param nextPoll when the next poll is due; null for none
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
        Instant lastFullPoll,
        Instant lastAttempt,
        Instant nextPoll) {

    /** Of a dataset of which every poll reads the whole. */
    public DatasetStatus(
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
            Instant nextPoll) {
        this(
                dataset,
                enabled,
                status,
                reason,
                warning,
                pagesProcessed,
                pagesTotal,
                itemsReceived,
                totalItems,
                lastOutcome,
                lastPolled,
                lastPolled,
                lastAttempt,
                nextPoll);
    }
}
