/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.EmbeddedDerby;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    @TempDir
    Path folder;

    @Test
    void aKillAtAnyPointLeavesTheCurrentGenerationComplete() throws Exception {
        Path database = folder.resolve("db");
        for (int round = 0; round < 3; round++) {
            long told;
            try (ChildProcess child = ChildProcess.start(database)) {
                child.awaitPublished();
                Thread.sleep(ThreadLocalRandom.current().nextInt(700));
                told = child.kill();
            }
            try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(database), Clock.systemUTC())) {
                try (Snapshot snapshot = store.snapshot(Truth.ELEMENT)) {
                    Generation current = snapshot.generation(Dataset.CIRCUITS).orElseThrow();
                    // the process may have been killed between the commit and the output
                    assertThat(current.number()).isBetween(told, told + 1);
                    assertThat(Truth.read(snapshot)).isEqualTo(Truth.rows(current.number()));
                    assertThat(Truth.publishNext(store)).isEqualTo(current.number() + 1);
                }
                try (Snapshot snapshot = store.snapshot(Truth.ELEMENT)) {
                    Generation next = snapshot.generation(Dataset.CIRCUITS).orElseThrow();
                    assertThat(Truth.read(snapshot)).isEqualTo(Truth.rows(next.number()));
                    assertThat(next.rows()).isEqualTo(2_000);
                }
            }
        }
    }

    @Test
    void aDatabaseInUseByAnotherProcessIsRefusedWithItsPath() throws Exception {
        Path database = folder.resolve("db");
        try (ChildProcess child = ChildProcess.start(database)) {
            child.awaitPublished();
            assertThatThrownBy(() -> EmbeddedDerby.open(database))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(database.toString())
                    .hasMessageContaining("another process has the database open");
            child.kill();
        }
        EmbeddedDerby.open(database).close();
    }
}
