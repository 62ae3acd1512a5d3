/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.management;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.parameters.Reading;
import io.vsatlink.runtime.Age;
import java.time.Instant;

/**
 * The readings of a row of the Polling Settings at one moment, each defined here and nowhere else.
 *
 * @param enabled the row's State
 */
public record DatasetReadings(
        Dataset dataset,
        boolean enabled,
        @Reading(value = "Not Polled, Disabled, Queued, Polling, Waiting, Succeeded, Held or Failed", notified = true)
                PollStatus status,
        @Reading(
                        "Result of the last poll or progress of the running one; for a failure: the cause, the page and the age of the data shown")
                String reason,
        @Reading(value = "Pages processed by the running poll, or by the last one", unit = "pages") long pagesProcessed,
        @Reading(value = "Total number of pages, 0 while unknown", unit = "pages") long pagesTotal,
        @Reading(value = "Rows received by the running poll, or by the last one", unit = "rows") long itemsReceived,
        @Reading(value = "Rows of the dataset in the VSAT database", unit = "rows") long totalItems,
        @Reading("When the last successful poll ended") Instant lastPolled,
        @Reading("When the last successful poll of the whole dataset ended; polls of what changed do not see deletions")
                Instant lastFullPoll,
        @Reading("When the last poll began") Instant lastAttempt,
        @Reading("When the next poll is due") Instant nextPoll,
        @Reading(value = "Time since the end of the last successful poll, -1 = never", unit = "seconds")
                long secondsSinceSuccess) {

    /** @param age of the last success */
    public static DatasetReadings of(DatasetStatus row, Age age) {
        return new DatasetReadings(
                row.dataset(),
                row.enabled(),
                row.status(),
                row.reason(),
                row.pagesProcessed(),
                row.pagesTotal(),
                row.itemsReceived(),
                row.totalItems(),
                row.lastPolled(),
                row.lastFullPoll(),
                row.lastAttempt(),
                row.nextPoll(),
                row.lastPolled() == null ? -1 : age.of(row.lastPolled()).toSeconds());
    }
}
