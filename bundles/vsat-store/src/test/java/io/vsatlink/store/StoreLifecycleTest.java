package io.vsatlink.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLifecycleTest {
    private static final StoreSettings EMBEDDED = new StoreSettings("", Duration.ofDays(30));

    @TempDir
    Path folder;

    private volatile boolean locked;
    private final List<JdbcVsatStore> shown = Collections.synchronizedList(new ArrayList<>());
    private final StoreLifecycle lifecycle =
            new StoreLifecycle(this::open, this::show, Clock.systemUTC(), Duration.ofMillis(50));
    private final StoreReadings readings =
            new LifecycleReadings(lifecycle, new ElementSettings(StoreComponent.CATALOG, StoreConfig.PID, null));

    private Database open(StoreSettings settings) {
        if (locked) {
            throw new StoreException("The database is locked");
        }
        return EmbeddedDerby.open(folder.resolve("db" + settings.dataSource()));
    }

    private Runnable show(JdbcVsatStore store) {
        shown.add(store);
        return () -> shown.remove(store);
    }

    @AfterEach
    void close() {
        lifecycle.close();
    }

    @Test
    void showsTheStoreOnceItIsOpenAndTakesItAwayWhenItCloses() throws InterruptedException {
        assertThat(readings.getSchemaVersion()).isZero();
        lifecycle.apply(EMBEDDED);
        await(() -> !shown.isEmpty());
        try (GenerationWriter writer = shown.get(0).open("production", Dataset.CIRCUITS)) {
            writer.write(List.of(Rows.circuit("A", "Up")));
            writer.publish();
        }
        assertThat(readings.getDatabase()).contains("Derby 10.16.1.1 at").contains(folder.toString());
        assertThat(readings.getSchemaVersion()).isEqualTo(2);
        assertThat(readings.getSizeOnDisk()).isGreaterThan(100_000);
        assertThat(readings.getDatasets())
                .singleElement()
                .extracting(StoreReadings.DatasetReading::rows, StoreReadings.DatasetReading::generation)
                .containsExactly(1L, 1L);
        lifecycle.close();
        assertThat(shown).isEmpty();
        assertThat(readings.getDatasets()).isEmpty();
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name -> name.startsWith("vsatlink-store") || name.startsWith("derby.")));
    }

    @Test
    void tellsWhyItIsNotOpenAndTriesAgain() throws InterruptedException {
        locked = true;
        lifecycle.apply(EMBEDDED);
        await(() -> readings.getDatabase().equals("The database is locked"));
        assertThat(shown).isEmpty();
        locked = false;
        await(() -> !shown.isEmpty());
    }

    @Test
    void aChangedSettingKeepsTheData() throws InterruptedException {
        lifecycle.apply(EMBEDDED);
        await(() -> !shown.isEmpty());
        shown.get(0).memory().remember("production", "fact", "kept");
        lifecycle.apply(new StoreSettings("", Duration.ofDays(1)));
        lifecycle.apply(new StoreSettings("other", Duration.ofDays(1)));
        await(() -> readings.getDatabase().endsWith("dbother"));
        lifecycle.apply(EMBEDDED);
        await(() -> readings.getDatabase().endsWith("db"));
        await(() -> !shown.isEmpty());
        assertThat(shown.get(0).memory().recall("production", "fact")).contains("kept");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 3_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
