/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.store.dialect.ServiceDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server for the tests of this JVM, on a port of loopback; it ends with the JVM. */
public final class Postgres {
    /** How the addresses of its databases begin. */
    static final String PREFIX = "postgresql-";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static EmbeddedPostgres server;

    private Postgres() {}

    public static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        // no test looks at what a crash of the machine leaves behind
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
        return server;
    }

    /** Creates an empty database. */
    public static DataSource create() throws SQLException {
        return source(createAddress());
    }

    /** Creates an empty database and returns its address, by which other processes find it. */
    public static String createAddress() throws SQLException {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute(server().getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        return PREFIX + server().getPort() + "-" + name;
    }

    public static DataSource source(String address) {
        String[] parts = address.split("-", 3);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {Integer.parseInt(parts[1])});
        source.setDatabaseName(parts[2]);
        source.setUser("postgres");
        return source;
    }

    /** Opens the database as a container does. */
    public static ServiceDatabase open(DataSource source) {
        return ServiceDatabase.open("pg", source, PATIENCE, () -> {});
    }

    public static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Has the same effect as ten seconds without a renewal by the container before. */
    public static void endLeases(DataSource source) throws SQLException {
        execute(source, "DELETE FROM container");
    }
}
