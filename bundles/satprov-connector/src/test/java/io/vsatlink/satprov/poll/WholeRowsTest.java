/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.testkit.Churn;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WholeRowsTest extends PollingElement {
    /** How a Reason begins that tells of pages and rows. */
    private static final Pattern TOLD = Pattern.compile("(\\d+)(?: of [\\d?]+)? pages?, (\\d+) rows?");

    private static final Set<PollStatus> RUNNING = EnumSet.of(PollStatus.POLLING, PollStatus.WAITING);

    private final Set<PollStatus> seen = ConcurrentHashMap.newKeySet();

    @Test
    void theRowsAreOfOneMomentAndEachReasonBelongsToItsNumbers() throws Exception {
        gate.start();
        try (Churn looks = Churn.of(() -> requireWhole(queue.status()))) {
            for (int i = 0; i < 20; i++) {
                for (Dataset dataset : Dataset.values()) {
                    assertThat(queue.poll(dataset)).isTrue();
                }
                runAll();
            }
        }
        assertThat(seen).contains(PollStatus.NOT_POLLED, PollStatus.QUEUED, PollStatus.POLLING, PollStatus.SUCCEEDED);
    }

    private void requireWhole(List<DatasetStatus> rows) {
        assertThat(rows).extracting(DatasetStatus::dataset).containsExactly(Dataset.values());
        assertThat(rows.stream().map(DatasetStatus::status).filter(RUNNING::contains))
                .hasSizeLessThan(2);
        for (DatasetStatus row : rows) {
            seen.add(row.status());
            Matcher told = TOLD.matcher(row.reason());
            if (told.lookingAt()) {
                assertThat(told.group(1)).as(row.toString()).isEqualTo(String.valueOf(row.pagesProcessed()));
                assertThat(told.group(2)).as(row.toString()).isEqualTo(String.valueOf(row.itemsReceived()));
            } else {
                assertThat(row.status()).isIn(PollStatus.NOT_POLLED, PollStatus.QUEUED);
            }
        }
    }
}
