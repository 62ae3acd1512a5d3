/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.OthersDerby;
import io.vsatlink.store.dialect.ServiceDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store with a database operated by someone else, through a pool with a single connection. */
class DataSourceStoreTest extends JdbcStoreContract {
    @TempDir
    Path folder;

    private OthersDerby derby;
    private OneConnection source;
    private ServiceDatabase database;

    @BeforeEach
    void open() throws SQLException {
        derby = new OthersDerby(folder);
        source = new OneConnection(derby.source());
        restart();
    }

    @Override
    public void restart() {
        if (store != null) {
            store.close();
        }
        database = ServiceDatabase.open("pool", source, Duration.ofSeconds(2), () -> {});
        use(JdbcVsatStore.open(database, Clock.systemUTC()));
    }

    @AfterEach
    void shutDown() throws SQLException {
        close();
        derby.close();
    }

    @Test
    void aWriterASnapshotAndAPruningShareOneConnection() {
        publish(Dataset.CIRCUITS, A, B);
        try (Snapshot snapshot = store.snapshot(ELEMENT);
                GenerationWriter writer = store.open(ELEMENT, Dataset.CIRCUITS)) {
            writer.write(List.of(A_DOWN));
            assertThat(read(snapshot, Dataset.CIRCUITS)).containsExactly(A, B);
            store.prune(Duration.ZERO);
            store.memory().remember(ELEMENT, "fact", "told meanwhile");
            writer.publish();
        }
        assertThat(read(Dataset.CIRCUITS)).containsExactly(A_DOWN);
    }

    @Test
    void theWaitForAFreeConnectionIsLimited() throws SQLException {
        try (Connection taken = source.getConnection()) {
            assertThat(taken.isClosed()).isFalse();
            assertThatThrownBy(store::elements)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no connection became free within 2 seconds")
                    .hasMessageContaining("data source pool");
        }
        assertThat(store.elements()).isEmpty();
    }

    @Test
    void nothingReachesTheDatabaseAfterItsServiceHasDisappeared() {
        try (GenerationWriter writer = store.open(ELEMENT, Dataset.CIRCUITS)) {
            database.withdraw();
            assertThat(database.lost()).isTrue();
            assertThatThrownBy(() -> writer.write(List.of(A)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("the database is not open");
        }
    }

    @Test
    void aBackupIsRefusedInFavourOfTheDatabasesOwnTools() {
        assertThatThrownBy(() -> database.backUp(folder.resolve("copy")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("its own tools");
    }
}
