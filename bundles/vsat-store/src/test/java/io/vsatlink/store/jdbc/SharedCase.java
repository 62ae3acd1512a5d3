/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.store.lease.Occupant;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty database on a server, and the containers that a test opens on it. */
abstract class SharedCase {
    @TempDir
    static Path folder;

    private final List<JdbcVsatStore> opened = new ArrayList<>();
    private String address;

    /** Creates an empty database and returns its address, by which other processes find it. */
    abstract String createDatabase() throws Exception;

    @BeforeEach
    void create() throws Exception {
        address = createDatabase();
    }

    @AfterEach
    void close() {
        opened.forEach(JdbcVsatStore::close);
    }

    String address() {
        return address;
    }

    static Occupant occupant(String name, String run) {
        return new Occupant(name, run, "", "0.2.0", Instant.parse("2026-11-28T03:00:00Z"));
    }

    JdbcVsatStore open(Occupant occupant) {
        return open(occupant, Clock.systemUTC());
    }

    JdbcVsatStore open(Occupant occupant, Clock clock) {
        JdbcVsatStore store = JdbcVsatStore.open(SharedServer.database(address), clock, occupant);
        synchronized (opened) {
            opened.add(store);
        }
        return store;
    }

    Connection connect() throws SQLException {
        return SharedServer.source(address).getConnection();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String query) {
        return Long.parseLong(read(query).get(0));
    }

    List<String> read(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
