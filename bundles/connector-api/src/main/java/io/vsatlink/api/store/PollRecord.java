/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.text.Printable;
import java.time.Instant;

/**
 * A past poll.
 *
 * @param reason one sentence for a person. Quoted text is made {@link Printable}
 * @param generation the generation it published, 0 for none
 * @param pages pages processed
 * @param items rows received from the vendor
 * @param added rows that were new
 * @param changed rows with new content
 * @param removed rows that the vendor no longer lists
 * @param onlyChanges whether the vendor was asked for what changed, rather than for the whole listing
 */
public record PollRecord(
        String element,
        Dataset dataset,
        Instant startedAt,
        Instant endedAt,
        PollOutcome outcome,
        String reason,
        long generation,
        int pages,
        long items,
        long added,
        long changed,
        long removed,
        boolean onlyChanges) {

    public PollRecord {
        reason = Printable.line(reason);
    }
}
