/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.StoreOpeningException;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLifecycleTest {
    private static final StoreSettings EMBEDDED = new StoreSettings("", Duration.ofDays(30));

    @TempDir
    Path folder;

    private volatile boolean locked;
    private volatile boolean broken;
    private final StoreLifecycle lifecycle =
            new StoreLifecycle(this::open, Clock.systemUTC(), Duration.ofMillis(50), new ChangeSignal());
    private final LiveStore store = new LiveStore(lifecycle);
    private final StoreElement element =
            new StoreElement(lifecycle, new ElementSettings(StoreComponent.CATALOG, StoreConfig.PID, null));

    private Database open(StoreSettings settings) {
        if (locked) {
            throw new StoreException("The database is locked");
        }
        if (broken) {
            throw new NoClassDefFoundError("gone");
        }
        return EmbeddedDerby.open(folder.resolve("db" + settings.dataSource()));
    }

    private boolean isOpen() {
        return lifecycle.store().isPresent();
    }

    @AfterEach
    void close() {
        lifecycle.close();
    }

    @Test
    void aDamagedCharacterInTheCopyOfTheOutboxCausesAWarningAndDoesNotPreventOpening() throws Exception {
        Files.writeString(folder.resolve("db-outbox"), "+\tk\ts\\x\n");
        lifecycle.apply(EMBEDDED);
        await(this::isOpen);
        assertThat(element.health())
                .extracting(Health::level, Health::reason)
                .containsExactly(
                        Health.Level.WARNING,
                        "Lines of the copy of the outbox could not be read and are kept in "
                                + folder.resolve("db-outbox-unreadable")
                                + "; check whether a request is missing, then remove that file");
    }

    @Test
    void worksOnceTheDatabaseIsOpenAndFailsWhenItIsClosed() throws InterruptedException {
        assertThat(element.readings().schemaVersion()).isZero();
        assertThatThrownBy(store::elements)
                .isInstanceOf(StoreOpeningException.class)
                .hasMessage("Waiting for database: it is being opened");
        lifecycle.apply(EMBEDDED);
        await(this::isOpen);
        try (GenerationWriter writer = store.open("production", Dataset.CIRCUITS)) {
            writer.write(List.of(Rows.circuit("A", "Up")));
            writer.publish();
        }
        assertThat(element.readings().database()).contains("Derby 10.16.1.1 at").contains(folder.toString());
        assertThat(element.readings().schemaVersion()).isEqualTo(6);
        assertThat(element.readings().sizeOnDisk()).isGreaterThan(100_000);
        assertThat(element.readings().datasets().shown())
                .singleElement()
                .extracting(StoreReadings.DatasetReading::rows, StoreReadings.DatasetReading::generation)
                .containsExactly(1L, 1L);
        lifecycle.close();
        assertThatThrownBy(store::elements).hasMessage("Waiting for database: it is closed");
        assertThat(element.readings().datasets().shown()).isEmpty();
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name -> name.startsWith("vsatlink-store") || name.startsWith("derby.")));
    }

    @Test
    void anApplicationForADutyOutlivesTheStore() throws InterruptedException {
        LiveDuties duties = new LiveDuties();
        lifecycle.follow(open -> duties.use(open == null ? null : open.duties()));
        AtomicInteger told = new AtomicInteger();
        Duty first = duties.apply(DutyKind.POLL, "production", told::incrementAndGet);
        Duty second = duties.apply(DutyKind.POLL, "production", () -> {});
        assertThat(first.ours()).isFalse();
        lifecycle.apply(EMBEDDED);
        await(first::ours);
        assertThat(first.holder()).isEmpty();
        await(() -> told.get() > 0);
        told.set(0);
        lifecycle.apply(new StoreSettings("-other", Duration.ofDays(30)));
        await(() -> told.get() == 2);
        assertThat(first.ours()).isTrue();
        assertThat(second.ours()).isFalse();
        first.close();
        assertThat(second.ours()).isTrue();
        lifecycle.close();
        assertThat(second.ours()).isFalse();
        assertThat(second.holder()).isEmpty();
        assertThat(told).hasValue(2);
    }

    @Test
    void aStandbyIsFollowedAsLongAsTheSettingsNameIt() throws InterruptedException {
        lifecycle.apply(new StoreSettings("", Duration.ofDays(30), "second", Duration.ofSeconds(10)));
        await(() -> element.readings()
                .readSource()
                .equals("primary, because of standby second: the database has no standby that could be read"));
        assertThat(store.elements()).isEmpty();
        lifecycle.apply(EMBEDDED);
        await(() -> element.readings().readSource().equals("primary"));
    }

    @Test
    void reportsWhyItIsNotOpenAndRetries() throws InterruptedException {
        locked = true;
        lifecycle.apply(EMBEDDED);
        String waiting = "Waiting for database: The database is locked";
        await(() -> element.readings().database().equals(waiting));
        assertThat(element.readings().health()).isEqualTo(Health.Level.CRITICAL);
        assertThatThrownBy(() -> store.open("production", Dataset.CIRCUITS))
                .isExactlyInstanceOf(StoreException.class)
                .hasMessage(waiting);
        assertThatThrownBy(() -> store.last("production", Dataset.CIRCUITS)).hasMessage(waiting);
        assertThatThrownBy(() -> store.recall("production", "fact")).hasMessage(waiting);
        locked = false;
        await(this::isOpen);
        assertThat(store.elements()).isEmpty();
    }

    @Test
    void aStoreWhoseThreadFailedWithAnErrorIsCriticalAndReportsIt() throws InterruptedException {
        lifecycle.apply(EMBEDDED);
        await(this::isOpen);
        assertThat(element.readings().health()).isEqualTo(Health.Level.OK);
        broken = true;
        lifecycle.apply(new StoreSettings("other", Duration.ofDays(1)));
        String stopped = "the clock of this element has stopped after an error: java.lang.NoClassDefFoundError: gone";
        await(() -> element.readings().healthReason().startsWith(stopped));
        assertThat(element.readings().health()).isEqualTo(Health.Level.CRITICAL);
    }

    @Test
    void aChangedSettingKeepsTheData() throws InterruptedException {
        lifecycle.apply(EMBEDDED);
        await(this::isOpen);
        store.remember("production", "fact", "kept");
        lifecycle.apply(new StoreSettings("", Duration.ofDays(1)));
        publishACustomer();
        GenerationWriter writer = store.open("production", Dataset.CIRCUITS);
        writer.write(List.of(Rows.circuit("A", "Up")));
        Snapshot snapshot = store.snapshot("production");
        lifecycle.apply(new StoreSettings("other", Duration.ofDays(1)));
        await(() -> element.readings().database().endsWith("dbother"));
        assertThatThrownBy(() -> writer.write(List.of(Rows.circuit("B", "Up")))).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> snapshot.row(Dataset.CUSTOMERS, "A")).isInstanceOf(StoreException.class);
        writer.close();
        snapshot.close();
        assertThat(store.recall("production", "fact")).isEmpty();
        lifecycle.apply(EMBEDDED);
        await(() -> element.readings().database().endsWith("db"));
        await(this::isOpen);
        assertThat(store.recall("production", "fact")).contains("kept");
    }

    private void publishACustomer() {
        try (GenerationWriter writer = store.open("production", Dataset.CUSTOMERS)) {
            writer.write(List.of(Rows.row(Dataset.CUSTOMERS, "A")));
            writer.publish();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 3_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
