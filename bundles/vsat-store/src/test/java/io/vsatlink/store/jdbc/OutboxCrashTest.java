/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.store.dialect.EmbeddedDerby;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxCrashTest {
    @TempDir
    Path folder;

    @Test
    void aKillAtAnyPointLosesNoAcceptedRequestAndDuplicatesNone() throws Exception {
        Path database = folder.resolve("db");
        for (int round = 0; round < 3; round++) {
            long told;
            try (ChildProcess child = ChildProcess.start(OutboxTruth.class, database)) {
                child.awaitNumber();
                Thread.sleep(ThreadLocalRandom.current().nextInt(700));
                told = child.kill();
            }
            try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(database), Clock.systemUTC())) {
                List<OutboxEntry> entries = store.outbox().entries(OutboxTruth.SYSTEM, 1_000_000);
                long last = OutboxTruth.last(store);
                // the process may have been killed between the commit and the output
                assertThat(last).isBetween(told, told + 1);
                assertThat(entries.stream().map(entry -> entry.request().reference()))
                        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, last)
                                .mapToObj(OutboxTruth::externalId)
                                .toList());
                // one request was delivered for every third accepted one; each kill may have come in between
                assertThat(entries.stream()
                                .filter(entry -> entry.state() == RequestState.DELIVERED)
                                .count())
                        .isBetween(last / 3 - round - 1, last / 3);
            }
        }
    }
}
