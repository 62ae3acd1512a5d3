package io.vsatlink.api.ticket;

import java.time.Instant;

/**
 * How many requests of a system are where.
 *
 * @param waiting those that will be sent or are being sent
 * @param delivered those that the platform has and that are still kept
 * @param blocked those that wait for a person
 * @param discarded those that a person gave up and that are still kept
 * @param oldest when the oldest of those waiting or blocked was accepted; null where there are none
 */
public record OutboxCounts(long waiting, long delivered, long blocked, long discarded, Instant oldest) {

    /** All that there are. */
    public long all() {
        return waiting + delivered + blocked + discarded;
    }
}
