package io.vsatlink.satprov.management;

import io.vsatlink.api.element.PollStatus;
import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.Reading;
import java.time.Instant;

/** The readings and operations of a row of the Polling Settings, each defined here and nowhere else. */
public interface DatasetReadings {

    @Reading(
            value = "Not Polled, Disabled, Queued, Polling, Waiting, Succeeded, Held or Failed",
            notified = true,
            states = PollStatus.class)
    String getStatus();

    @Reading(
            "Result of the last poll or progress of the running one; for a failure: the cause, the page and the age of the data shown")
    String getReason();

    @Reading(value = "Pages processed by the running poll, or by the last one", unit = "pages")
    long getPagesProcessed();

    @Reading(value = "Total number of pages, 0 while unknown", unit = "pages")
    long getPagesTotal();

    @Reading(value = "Rows received by the running poll, or by the last one", unit = "rows")
    long getItemsReceived();

    @Reading(value = "Rows of the dataset in the VSAT database", unit = "rows")
    long getTotalItems();

    @Reading("When the last successful poll ended")
    Instant getLastPolled();

    @Reading("When the last poll began")
    Instant getLastAttempt();

    @Reading("When the next poll is due")
    Instant getNextPoll();

    @Reading(value = "Time since the end of the last successful poll, -1 = never", unit = "seconds")
    long getSecondsSinceSuccess();

    @Operation("Polls the dataset now, even while its State is disabled")
    String poll();

    @Operation("Publishes the Held poll, deletions included")
    String acceptDeletions();
}
