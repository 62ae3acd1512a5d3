/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.VsatStoreContract;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.snapshot.ReadingPlan;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DerbyVsatStoreTest extends VsatStoreContract {
    @TempDir
    Path folder;

    private JdbcVsatStore store;

    @BeforeEach
    void open() {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC(), plan());
    }

    ReadingPlan plan() {
        return ReadingPlan.standard();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public JdbcVsatStore store() {
        return store;
    }

    @Override
    public PollJournal journal() {
        return store.journal();
    }

    @Override
    public ElementMemory memory() {
        return store.memory();
    }

    @Override
    public void restart() {
        store.close();
        open();
    }
}
