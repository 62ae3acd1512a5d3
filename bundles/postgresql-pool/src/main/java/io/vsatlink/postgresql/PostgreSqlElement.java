/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import io.vsatlink.api.element.Element;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.Health.Level;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.postgresql.ConnectionPool.Counts;
import java.util.Optional;

/** The connections as seen from outside. Thread-safe. */
final class PostgreSqlElement implements Element {
    private final PoolService service;
    private final ElementSettings settings;

    PostgreSqlElement(PoolService service, ElementSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    @Override
    public String type() {
        return "PostgreSql";
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public Health health() {
        return readings().condition();
    }

    /** All readings at one moment. */
    PostgreSqlReadings readings() {
        Optional<ConnectionPool> pool = service.pool();
        Counts counts = pool.map(ConnectionPool::counts).orElse(Counts.NONE);
        String problems = settings.problems();
        Health health = problems.isEmpty()
                ? pool.map(open -> health(open, counts))
                        .orElseGet(() -> new Health(Level.OK, "No database is configured: databaseUrl is empty"))
                : new Health(Level.CRITICAL, problems);
        return new PostgreSqlReadings(health, problems, counts.inUse(), counts.idle(), counts.waiting());
    }

    private static Health health(ConnectionPool pool, Counts counts) {
        String server = pool.settings().server();
        Optional<String> failure = pool.failure();
        if (counts.inUse() + counts.idle() == 0) {
            return failure.map(reason -> new Health(Level.CRITICAL, "No connection to " + server + ": " + reason))
                    .orElseGet(
                            () -> new Health(Level.WARNING, "The first connection to " + server + " is being opened"));
        }
        // while one is free, nobody needs what could not be opened
        return failure.filter(reason -> counts.idle() == 0)
                .map(reason ->
                        new Health(Level.WARNING, "No further connection to " + server + " could be opened: " + reason))
                .orElseGet(() -> new Health(Level.OK, "Connected to " + server));
    }
}
