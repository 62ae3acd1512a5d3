/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.testkit.Await;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that is killed and comes back, at any moment of a poll: in a COPY, in a commit, in between. */
class PostgresRestartTest {
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    private EmbeddedPostgres server;
    private JdbcVsatStore store;

    @BeforeEach
    void start() throws IOException {
        server = server(0);
        store = open();
    }

    @AfterEach
    void stop() throws IOException {
        store.close();
        server.close();
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private JdbcVsatStore open() {
        return JdbcVsatStore.open(Postgres.open(server.getPostgresDatabase()), Clock.systemUTC());
    }

    @Test
    void whatWasPublishedIsWholeAndThePollsGoOn() throws Exception {
        AtomicLong told = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        AtomicBoolean ended = new AtomicBoolean();
        Thread poller = new Thread(() -> {
            while (!ended.get()) {
                try {
                    told.set(Truth.publishNext(store));
                } catch (StoreException e) {
                    refused.incrementAndGet();
                    pause(50);
                }
            }
        });
        poller.start();
        for (int kill = 0; kill < KILLS; kill++) {
            long before = told.get();
            Await.until("polls go on after kill " + kill, () -> told.get() > before);
            Thread.sleep(ThreadLocalRandom.current().nextInt(700));
            killServer();
            server = server(server.getPort());
        }
        long last = told.get();
        Await.until("polls go on after the last kill", () -> told.get() > last);
        ended.set(true);
        poller.join();

        assertThat(refused.get()).isPositive();
        try (Snapshot snapshot = store.snapshot(Truth.ELEMENT)) {
            Generation current = snapshot.generation(Dataset.CIRCUITS).orElseThrow();
            assertThat(current.number()).isBetween(told.get(), told.get() + 1);
            assertThat(Truth.read(snapshot)).isEqualTo(Truth.rows(current.number()));
        }
    }

    /** All processes of the server end at once, without a word to clients and without a checkpoint. */
    private void killServer() throws IOException, InterruptedException {
        long postmaster = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip());
        ProcessHandle process = ProcessHandle.of(postmaster).orElseThrow();
        for (ProcessHandle child : process.descendants().toList()) {
            child.destroyForcibly();
        }
        process.destroyForcibly();
        process.onExit().join();
        Files.deleteIfExists(folder.resolve("data/postmaster.pid"));
        server.close();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
