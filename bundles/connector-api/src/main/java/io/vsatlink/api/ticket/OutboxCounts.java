/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import java.time.Instant;

/**
 * Numbers of a system's requests by state.
 *
 * @param waiting those waiting to be sent or being sent
 * @param delivered those delivered and still kept
 * @param blocked those that need a person
 * @param discarded those discarded by a person and still kept
 * @param oldest when the oldest waiting or blocked request was accepted, those that were {@linkplain Outbox#postpone postponed}
 *     and those behind them left out; null for none
 */
public record OutboxCounts(long waiting, long delivered, long blocked, long discarded, Instant oldest) {

    /** The total. */
    public long all() {
        return waiting + delivered + blocked + discarded;
    }
}
