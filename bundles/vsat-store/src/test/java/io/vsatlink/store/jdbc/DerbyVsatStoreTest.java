/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.snapshot.ReadingPlan;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DerbyVsatStoreTest extends JdbcStoreContract {
    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        use(JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC(), plan()));
    }

    ReadingPlan plan() {
        return ReadingPlan.standard();
    }

    @Override
    public void restart() {
        store.close();
        open();
    }
}
