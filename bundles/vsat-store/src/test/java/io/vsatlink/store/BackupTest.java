/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final String ELEMENT = "production";

    @TempDir
    Path folder;

    private final StoreLifecycle lifecycle = new StoreLifecycle(
            settings -> EmbeddedDerby.open(folder.resolve("db")),
            Clock.systemUTC(),
            Duration.ofMillis(50),
            new ChangeSignal());
    private final LiveStore store = new LiveStore(lifecycle);

    @BeforeEach
    void open() throws InterruptedException {
        lifecycle.apply(new StoreSettings("", Duration.ofDays(30)));
        while (lifecycle.store().isEmpty()) {
            Thread.sleep(10);
        }
    }

    @AfterEach
    void close() {
        lifecycle.close();
    }

    @Test
    void aCopyMadeDuringAPollContainsAPublishedGeneration() throws Exception {
        publishNext(store);
        Path copy;
        try (GenerationWriter writer = store.open(ELEMENT, Dataset.CIRCUITS)) {
            CompletableFuture<Path> backup = CompletableFuture.supplyAsync(() -> store.backUp(folder));
            for (int from = 0; from < 2_000; from += 250) {
                writer.write(rows(2).subList(from, from + 250));
            }
            copy = backup.get(60, TimeUnit.SECONDS);
            writer.publish();
        }
        assertThat(copy.getParent()).isEqualTo(folder);
        assertThat(copy.getFileName().toString()).matches("vsat-\\d{8}T\\d{6}Z");
        // a restore moves the copy to the database's location
        lifecycle.close();
        Files.move(folder.resolve("db"), folder.resolve("lost"));
        Files.move(copy, folder.resolve("db"));
        try (JdbcVsatStore restored = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC())) {
            assertThat(read(restored)).isEqualTo(rows(1));
            publishNext(restored);
            assertThat(read(restored)).isEqualTo(rows(2));
        }
    }

    @Test
    void anUnsuitableFolderIsRefusedWithASentence() throws IOException {
        assertThatThrownBy(() -> store.backUp(Path.of("relative")))
                .isInstanceOf(StoreException.class)
                .hasMessage("The directory must be an absolute path, not relative");
        assertThatThrownBy(() -> store.backUp(folder.resolve("nowhere")))
                .hasMessage("The directory " + folder.resolve("nowhere") + " does not exist");
        Path database = folder.resolve("db");
        assertThatThrownBy(() -> store.backUp(database)).hasMessageContaining("belongs to the database");
        assertThatThrownBy(() -> store.backUp(Path.of("/proc"))).isInstanceOf(StoreException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("vsat-"));
        }
    }

    private static List<Row> rows(int seed) {
        return Rows.circuits(0, 2_000, seed);
    }

    private static void publishNext(VsatStore to) {
        try (GenerationWriter writer = to.open(ELEMENT, Dataset.CIRCUITS)) {
            writer.write(rows((int) writer.generation()));
            writer.publish();
        }
    }

    private static List<Row> read(VsatStore from) {
        try (Snapshot snapshot = from.snapshot(ELEMENT);
                Stream<Row> rows = snapshot.rows(Dataset.CIRCUITS)) {
            return rows.toList();
        }
    }
}
