/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.snapshot.ReadingPlan;
import io.vsatlink.store.sort.SortSpace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrencyTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, Long.MAX_VALUE})
    void readersSeeCompleteGenerationsWhileOthersAreWrittenPublishedAndPruned(long sortFrom) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(3);
        ReadingPlan plan = new ReadingPlan(sortFrom, 0, new SortSpace(folder, 100_000));
        try (JdbcVsatStore store =
                JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC(), plan)) {
            Truth.publishNext(store);
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                results.add(readers.submit(() -> readUntil(stop, store)));
            }
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            long generation = 0;
            while (System.nanoTime() < end || generation <= 5) {
                generation = Truth.publishNext(store);
                if (generation % 4 == 0) {
                    store.prune(Duration.ZERO);
                }
            }
            stop.set(true);
            for (Future<Integer> result : results) {
                assertThat(result.get(60, TimeUnit.SECONDS)).isGreaterThan(1);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static int readUntil(AtomicBoolean stop, JdbcVsatStore store) {
        int reads = 0;
        while (!stop.get()) {
            try (Snapshot snapshot = store.snapshot(Truth.ELEMENT)) {
                Generation generation = snapshot.generation(Dataset.CIRCUITS).orElseThrow();
                assertThat(Truth.read(snapshot)).isEqualTo(Truth.rows(generation.number()));
                reads++;
            }
        }
        return reads;
    }
}
