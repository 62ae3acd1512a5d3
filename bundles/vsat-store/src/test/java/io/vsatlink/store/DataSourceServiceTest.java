/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.store.dialect.OthersDerby;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/** A DataSource service that appears and disappears, in a separate framework. */
class DataSourceServiceTest {
    @TempDir
    Path folder;

    private OthersDerby derby;
    private Framework framework;
    private StoreLifecycle lifecycle;
    private LiveStore store;

    @BeforeEach
    void start() throws Exception {
        derby = new OthersDerby(folder);
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                                folder.resolve("framework").toString(),
                        "org.osgi.framework.storage.clean", "onFirstInit",
                        "felix.log.level", "0"));
        framework.start();
        ContainerDatabases databases = new ContainerDatabases(framework.getBundleContext());
        // so long that only the service's events can cause a check
        lifecycle = new StoreLifecycle(databases, Clock.systemUTC(), Duration.ofHours(1), new ChangeSignal());
        store = new LiveStore(lifecycle);
        framework.getBundleContext().addServiceListener(event -> {
            databases.serviceChanged(event);
            lifecycle.look();
        });
    }

    @AfterEach
    void stop() throws Exception {
        lifecycle.close();
        framework.stop();
        framework.waitForStop(10_000);
        derby.close();
    }

    @Test
    void runningWorkFailsWhenTheServiceDisappearsAndTheStoreResumesWhenItReturns() throws InterruptedException {
        lifecycle.apply(new StoreSettings("vsat", Duration.ofDays(30)));
        await(() -> lifecycle.standing().reason().equals("There is no data source service named vsat"));

        ServiceRegistration<DataSource> service = register();
        await(() -> lifecycle.store().isPresent());
        store.remember("production", "fact", "kept");
        GenerationWriter writer = store.open("production", Dataset.CIRCUITS);
        writer.write(List.of(Rows.circuit("A", "Up")));

        service.unregister();
        await(() -> lifecycle.store().isEmpty());
        assertThatThrownBy(() -> writer.write(List.of(Rows.circuit("B", "Up")))).isInstanceOf(StoreException.class);
        writer.close();
        await(() -> lifecycle.standing().reason().startsWith("There is no"));
        assertThatThrownBy(store::elements)
                .hasMessage("Waiting for database: There is no data source service named vsat");

        register();
        await(() -> lifecycle.store().isPresent());
        assertThat(store.recall("production", "fact")).contains("kept");
        try (GenerationWriter next = store.open("production", Dataset.CIRCUITS)) {
            assertThat(next.publish().rows()).isZero();
        }
    }

    private ServiceRegistration<DataSource> register() {
        Hashtable<String, Object> name = new Hashtable<>(Map.of("dataSourceName", "vsat"));
        return framework.getBundleContext().registerService(DataSource.class, derby.source(), name);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 3_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
