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

    @Reading("What the last or running poll did, or what failed, on which page, and how old the data shown is")
    String getReason();

    @Reading(value = "Pages processed by the running or else the last poll", unit = "pages")
    long getPagesProcessed();

    @Reading(value = "Pages there are, 0 while unknown", unit = "pages")
    long getPagesTotal();

    @Reading(value = "Rows received by the running or else the last poll", unit = "rows")
    long getItemsReceived();

    @Reading(value = "Rows of the dataset in the VSAT database", unit = "rows")
    long getTotalItems();

    @Reading("When the last successful poll ended")
    Instant getLastPolled();

    @Reading("When the last poll began")
    Instant getLastAttempt();

    @Reading("When the next poll is due")
    Instant getNextPoll();

    @Reading(value = "How long ago the last successful poll ended, -1 for never", unit = "seconds")
    long getSecondsSinceSuccess();

    @Operation("Polls the dataset now, also while its State is disabled")
    String poll();

    @Operation("Publishes what is Held, the deletions included")
    String acceptDeletions();
}
