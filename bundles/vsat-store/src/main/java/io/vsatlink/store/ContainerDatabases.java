/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.dialect.ServiceDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;

/** Finds the database that the settings name in the container that we run in, and notices when its service disappears. */
final class ContainerDatabases implements StoreLifecycle.DatabaseOpener {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A database in use and the service that it comes from. */
    private record InUse(ServiceReference<DataSource> reference, ServiceDatabase database) {}

    private final BundleContext context;

    /** Two while data is moved from one to the other. */
    private final Set<InUse> inUse = ConcurrentHashMap.newKeySet();

    ContainerDatabases(BundleContext context) {
        this.context = context;
    }

    @Override
    public Database open(StoreSettings settings) {
        String name = settings.dataSource();
        return name.isEmpty() ? EmbeddedDerby.open(folder()) : service(name);
    }

    /**
     * The database folder: beside the container's own data, where a backup includes it; outside Karaf, in the bundle's storage.
     */
    private Path folder() {
        String data = context.getProperty("karaf.data");
        return data == null ? context.getDataFile("db").toPath() : Path.of(data, "vsatlink", "db");
    }

    @Override
    public Database service(String name) {
        String escaped = name.replaceAll("[\\\\*()]", "\\\\$0");
        String filter = "(|(osgi.jndi.service.name=" + escaped + ")(dataSourceName=" + escaped + "))";
        try {
            Collection<ServiceReference<DataSource>> found = context.getServiceReferences(DataSource.class, filter);
            for (ServiceReference<DataSource> reference : found) {
                DataSource source = context.getService(reference);
                if (source != null) {
                    return open(name, source, reference);
                }
            }
            throw new StoreException("There is no data source service named " + name);
        } catch (InvalidSyntaxException e) {
            throw new StoreException("The name of the data source cannot be looked up: " + name, e);
        }
    }

    private Database open(String name, DataSource source, ServiceReference<DataSource> reference) {
        Runnable release = () -> {
            inUse.removeIf(each -> each.reference().equals(reference));
            context.ungetService(reference);
        };
        try {
            ServiceDatabase database = ServiceDatabase.open(name, source, PATIENCE, release);
            inUse.add(new InUse(reference, database));
            if (reference.getBundle() == null) {
                // the service disappeared before the listener was informed
                database.withdraw();
            }
            return database;
        } catch (StoreException e) {
            release.run();
            throw e;
        }
    }

    /** To be called with the events of all data source services. */
    void serviceChanged(ServiceEvent event) {
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            inUse.stream()
                    .filter(each -> each.reference().equals(event.getServiceReference()))
                    .forEach(each -> each.database().withdraw());
        }
    }
}
