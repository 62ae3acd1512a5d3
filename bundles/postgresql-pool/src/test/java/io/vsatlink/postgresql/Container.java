/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import io.vsatlink.api.element.Health;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.Values;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** The element in a framework of its own, with settings that the test gives. */
final class Container implements AutoCloseable {
    private final Framework framework;
    private final PoolService service;
    private final PoolService standby;
    private final ElementSettings settings =
            new ElementSettings(PostgreSqlComponent.CATALOG, PostgreSqlConfig.PID, null);
    private final PostgreSqlElement element;
    final List<Health> changes = new CopyOnWriteArrayList<>();

    Container(Path storage) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", storage.toString(),
                        "org.osgi.framework.storage.clean", "onFirstInit",
                        "felix.log.level", "0"));
        framework.start();
        ChangeSignal signal = new ChangeSignal();
        service = new PoolService(framework.getBundleContext(), PoolService.NAME, signal);
        standby = new PoolService(framework.getBundleContext(), PoolService.STANDBY, signal);
        element = new PostgreSqlElement(service, settings);
        signal.add(() -> changes.add(element.health()));
    }

    void set(String url, String user, String password, String... more) {
        Map<String, String> values = new HashMap<>();
        values.put("databaseUrl", url);
        values.put("databaseUser", user);
        values.put("databasePassword", password);
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        Values inForce = settings.apply(values);
        PoolSettings.of(inForce).ifPresent(service::apply);
        PoolSettings.ofStandby(inForce).ifPresent(standby::apply);
    }

    PostgreSqlReadings readings() {
        return element.readings();
    }

    Health health() {
        return element.health();
    }

    /** As the store looks it up. */
    Optional<ServiceReference<DataSource>> reference() throws Exception {
        return reference("vsatlink-postgresql");
    }

    Optional<ServiceReference<DataSource>> reference(String name) throws Exception {
        Collection<ServiceReference<DataSource>> found = framework
                .getBundleContext()
                .getServiceReferences(DataSource.class, "(osgi.jndi.service.name=" + name + ")");
        return found.stream().findFirst();
    }

    DataSource source() throws Exception {
        return framework.getBundleContext().getService(reference().orElseThrow());
    }

    Framework framework() {
        return framework;
    }

    @Override
    public void close() throws Exception {
        service.close();
        standby.close();
        framework.stop();
        framework.waitForStop(10_000);
    }
}
