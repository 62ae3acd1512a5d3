/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Churn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is torn shows only to a look in whose midst a change falls. */
class WholeStoreTest {
    private static final int REFUSALS = 300;
    private static final int OPENINGS = 4;
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    Path folder;

    private volatile boolean away = true;
    private volatile int refusals;
    private final StoreLifecycle lifecycle =
            new StoreLifecycle(this::open, Clock.systemUTC(), NEVER, new ChangeSignal());
    private final StoreElement element =
            new StoreElement(lifecycle, new ElementSettings(StoreComponent.CATALOG, StoreConfig.PID, null));
    private final ConcurrentLinkedQueue<StoreReadings> torn = new ConcurrentLinkedQueue<>();

    /** On the thread of the store. */
    private Database open(StoreSettings settings) {
        if (away) {
            int number = refusals + 1;
            refusals = number;
            throw new StoreException("refusal " + number);
        }
        return EmbeddedDerby.open(folder.resolve("db"));
    }

    @AfterEach
    void close() {
        lifecycle.close();
    }

    @Test
    void theHealthBelongsToTheDatabaseWheneverItIsRefusedForAnotherReason() throws Exception {
        lifecycle.apply(settings(0));
        try (Churn looks = Churn.of(this::look)) {
            for (int i = 1; i < REFUSALS; i++) {
                lifecycle.look();
            }
            Await.until("all refusals", () -> refusals == REFUSALS);
        }
        assertThat(torn).isEmpty();
    }

    @Test
    void allBelongsToTheDatabaseWheneverItIsOpenedOrClosed() throws Exception {
        try (Churn looks = Churn.of(this::look)) {
            for (int i = 0; i < OPENINGS; i++) {
                away = false;
                lifecycle.apply(settings(i));
                Await.until("it is open", () -> lifecycle.store().isPresent());
                publish();
                away = true;
                lifecycle.apply(settings(-i - 1));
                Await.until("it is away", () -> lifecycle.standing().reason().startsWith("refusal"));
            }
        }
        assertThat(torn).isEmpty();
    }

    /** Another source has the one before closed. */
    private static StoreSettings settings(int source) {
        return new StoreSettings("source " + source, Duration.ofDays(30));
    }

    private void publish() {
        try (GenerationWriter writer = lifecycle.require().open("uat", Dataset.CIRCUITS)) {
            writer.write(List.of(Rows.circuit("A", "Up")));
            writer.publish();
        }
    }

    private void look() {
        StoreReadings readings = element.readings();
        boolean whole = readings.database().startsWith("Waiting for database: ") ? isAway(readings) : isOpen(readings);
        if (!whole) {
            torn.add(readings);
        }
    }

    private static boolean isAway(StoreReadings readings) {
        return readings.condition().equals(new Health(Health.Level.CRITICAL, readings.database()))
                && readings.schemaVersion() == 0
                && readings.sizeOnDisk() == -1
                && readings.datasets().shown().isEmpty();
    }

    private static boolean isOpen(StoreReadings readings) {
        return !readings.condition().reason().startsWith("Waiting for database: ")
                && readings.schemaVersion() > 0
                && readings.sizeOnDisk() > 0;
    }
}
