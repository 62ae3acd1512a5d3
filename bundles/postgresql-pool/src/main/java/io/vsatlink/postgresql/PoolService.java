/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.runtime.ThreadsEnd;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A DataSource service: at most one, with the pool of the settings in force. Thread-safe. */
final class PoolService implements AutoCloseable {
    /** The name that the store's setting {@code dataSource} takes. */
    static final String NAME = "vsatlink-postgresql";

    /** The name that the store's setting {@code readDataSource} takes. */
    static final String STANDBY = "vsatlink-postgresql-standby";

    private final BundleContext bundle;
    private final String name;
    private final ChangeSignal changes;
    /** Closing waits for attempts to connect, and whoever changes a setting should not. */
    private final ExecutorService closing;

    private volatile Published published;

    private record Published(ConnectionPool pool, ServiceRegistration<DataSource> registration) {}

    PoolService(BundleContext bundle, String name, ChangeSignal changes) {
        this.bundle = bundle;
        this.name = name;
        this.changes = changes;
        this.closing = Executors.newSingleThreadExecutor(work -> new Thread(work, name));
    }

    /** Replaces the pool if the settings differ from its own. */
    synchronized void apply(PoolSettings settings) {
        if (pool().map(ConnectionPool::settings).equals(Optional.of(settings).filter(PoolSettings::wanted))) {
            return;
        }
        withdraw();
        if (settings.wanted()) {
            ConnectionPool pool = new ConnectionPool(name, settings, changes::fire);
            // the properties of a service are shown to everybody who may look: a name, and nothing that leads anywhere
            published = new Published(
                    pool,
                    bundle.registerService(
                            DataSource.class,
                            pool.dataSource(),
                            new Hashtable<>(Map.of("osgi.jndi.service.name", name))));
        }
        changes.fire();
    }

    /** Before the pool is closed, its users are told to let go. */
    private void withdraw() {
        Published old = published;
        if (old != null) {
            published = null;
            old.registration().unregister();
            closing.execute(old.pool()::close);
        }
    }

    Optional<ConnectionPool> pool() {
        return Optional.ofNullable(published).map(Published::pool);
    }

    @Override
    public synchronized void close() {
        withdraw();
        ThreadsEnd.await(List.of(closing), "The pool of connections to PostgreSQL");
    }
}
