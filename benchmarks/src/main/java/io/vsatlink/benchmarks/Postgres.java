/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import io.vsatlink.api.dataset.Dataset;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.Driver;

/** A PostgreSQL server with its default durability, on a port of loopback. */
final class Postgres implements AutoCloseable {
    /** A tick of the kernel's CPU times, as on every Linux that the server's binaries run on. */
    private static final double TICKS_A_SECOND = 100;

    private final EmbeddedPostgres server;
    private final long postmaster;
    private int databases;

    private Postgres(EmbeddedPostgres server, long postmaster) {
        this.server = server;
        this.postmaster = postmaster;
    }

    /** @param folder of the server's files, which does not exist */
    static Postgres start(Path folder) throws IOException {
        EmbeddedPostgres server =
                EmbeddedPostgres.builder().setDataDirectory(folder).start();
        String pid = Files.readAllLines(folder.resolve("postmaster.pid")).get(0);
        return new Postgres(server, Long.parseLong(pid.strip()));
    }

    /** What our bundles in Felix and those of the pool are. */
    static String bundles() {
        String driver =
                Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        return String.join(
                File.pathSeparator, System.getProperty("felix.bundles"), driver, System.getProperty("postgresql.pool"));
    }

    Database create() throws SQLException {
        String name = "trial_" + ++databases;
        execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        return new Database(name);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One that is dropped at the end. */
    final class Database implements AutoCloseable {
        private final String name;

        private Database(String name) {
            this.name = name;
        }

        String url() {
            return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name + "?user=postgres";
        }

        /** Of our store and pool. */
        Map<String, Map<String, String>> settings() {
            return Map.of(
                    "io.vsatlink.store",
                    Map.of("dataSource", "vsatlink-postgresql"),
                    "io.vsatlink.postgresql",
                    Map.of(
                            "databaseUrl",
                            "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name,
                            "databaseUser",
                            "postgres"));
        }

        Content content(Dataset dataset, String table) throws SQLException {
            try (Connection connection = server.getDatabase("postgres", name).getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.setFetchSize(1_000);
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    return Contents.ofRows(dataset, rows);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            execute("DROP DATABASE " + name + " WITH (FORCE)");
            // what the next trial would have to write otherwise
            execute("CHECKPOINT");
        }
    }

    /** Of all its processes, those that ended too. */
    double cpuSeconds() throws IOException {
        double seconds = cpuSeconds(postmaster, true);
        for (ProcessHandle child : ProcessHandle.of(postmaster)
                .map(ProcessHandle::descendants)
                .orElse(Stream.empty())
                .toList()) {
            seconds += cpuSeconds(child.pid(), false);
        }
        return seconds;
    }

    private static double cpuSeconds(long pid, boolean withEnded) throws IOException {
        Path stat = Path.of("/proc", String.valueOf(pid), "stat");
        if (Files.notExists(stat)) {
            return 0;
        }
        // the name before may contain blanks; user, system, and the same of ended children are the 14th to 17th value
        String[] values = Files.readString(stat).replaceAll(".*\\) ", "").split(" ", -1);
        double ticks = 0;
        for (int i = 11; i < (withEnded ? 15 : 13); i++) {
            ticks += Double.parseDouble(values[i]);
        }
        return ticks / TICKS_A_SECOND;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
