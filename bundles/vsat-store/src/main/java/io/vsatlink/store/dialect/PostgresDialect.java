/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL 15 and newer. The codes are those of the appendix "PostgreSQL Error Codes" of its documentation. */
public final class PostgresDialect implements Dialect {
    /** How the names of our sessions begin, before the run. */
    private static final String SESSION = "vsatlink:";

    private static final String CLIENT = "ApplicationName";

    /** Keys are compared by code point, whatever the locale of the database; an index of them serves ranges. */
    private static final Map<String, String> TYPES = Map.of(
            "row_no", "BIGINT GENERATED ALWAYS AS IDENTITY",
            "key", "VARCHAR(255) COLLATE \"C\"",
            "text", "TEXT",
            "long", "BIGINT",
            "double", "DOUBLE PRECISION",
            "bool", "BOOLEAN",
            "time", "TIMESTAMP(6) WITH TIME ZONE");

    private static final Set<String> RETRIABLE = Set.of("40001", "40P01", "55P03", "23505");

    @Override
    public Map<String, String> types() {
        return TYPES;
    }

    @Override
    public Optional<String> schemaFolder() {
        return Optional.of("postgresql");
    }

    /** PostgreSQL has no hints, and chooses by its statistics. */
    @Override
    public String through(String index) {
        return "";
    }

    @Override
    public String throughout() {
        return "";
    }

    @Override
    public String forShare() {
        return " FOR SHARE";
    }

    @Override
    public Optional<String> unlocked(String table) {
        return Optional.of(" FOR UPDATE OF " + table + " SKIP LOCKED");
    }

    /** The time of the statement, not of the beginning of its transaction. */
    @Override
    public String now() {
        return "SELECT clock_timestamp()";
    }

    @Override
    public Duration precision() {
        return Duration.ofNanos(1_000);
    }

    /** {@code LENGTH} counts a character beyond U+FFFF once, Java twice. */
    @Override
    public String length(String text) {
        return "(LENGTH(" + text + ") + LENGTH(REGEXP_REPLACE(" + text + ", '[\\u0001-\\uFFFF]', '', 'g')))";
    }

    /** Java has the characters beyond U+FFFF between U+D7FF and U+E000. Escaped texts begin with U+FFFF. */
    @Override
    public Optional<String> unlikeJava(String key) {
        return Optional.of(key + " ~ '[\\uE000-\\U0010FFFF]'");
    }

    @Override
    public String stored(String text) {
        return TextEscapes.stored(text);
    }

    @Override
    public String read(String stored) {
        return TextEscapes.read(stored);
    }

    @Override
    public Optional<BulkInsert> bulk(Connection connection, String table, List<String> columns) throws SQLException {
        return BinaryCopy.into(connection, table, columns);
    }

    @Override
    public boolean gathersPages() {
        return true;
    }

    @Override
    public Optional<String> pairs(String table, String text, String number) {
        return Optional.of(
                "UNNEST(CAST(? AS TEXT[]), CAST(? AS BIGINT[])) AS " + table + "(" + text + ", " + number + ")");
    }

    @Override
    public Numbering numbering() {
        return new PostgresNumbering();
    }

    /**
     * Plans depend on statistics, which would otherwise still say that the table is empty. If another session is looking at the
     * table, nobody waits for it.
     */
    @Override
    public Optional<String> filled(String table) {
        return Optional.of("ANALYZE (SKIP_LOCKED) " + table);
    }

    /** Positions are bytes. Each role may ask for all of this. */
    @Override
    public Optional<Replication> replication() {
        return Optional.of(new Replication(
                "SELECT system_identifier || ' ' || CURRENT_DATABASE() FROM pg_control_system()",
                "SELECT CAST(pg_current_wal_lsn() - '0/0' AS BIGINT)",
                "SELECT CASE WHEN pg_is_in_recovery() THEN CAST(pg_last_wal_replay_lsn() - '0/0' AS BIGINT) END"));
    }

    /** Also true if another transaction has written the same key first: the next attempt finds it. */
    @Override
    public void mark(Connection connection, String run) throws SQLException {
        String session = SESSION + run;
        // the driver knows it without asking
        if (!session.equals(connection.getClientInfo(CLIENT))) {
            connection.setAutoCommit(true);
            connection.setClientInfo(CLIENT, session);
            try (Statement statement = connection.createStatement()) {
                // for a pooler that keeps its sessions to itself; as long as a lease
                statement.execute("SET idle_in_transaction_session_timeout = '10s'");
            }
        }
    }

    @Override
    public void endSessions(Connection connection, String run) throws SQLException {
        try (PreparedStatement end =
                connection.prepareStatement("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = ? AND datname = current_database() AND usename = current_user"
                        + " AND pid <> pg_backend_pid()")) {
            end.setString(1, SESSION + run);
            end.executeQuery().close();
        }
    }

    @Override
    public boolean retriable(SQLException failure) {
        return RETRIABLE.contains(state(failure));
    }

    @Override
    public Optional<String> meaning(SQLException failure) {
        String state = state(failure);
        return switch (state) {
            case "53100" -> Optional.of("the disk of the database is full");
            case "53200" -> Optional.of("the database has no memory left");
            case "53300" -> Optional.of("the database accepts no more connections");
            case "55P03", "40P01", "40001" -> Optional.of("other transactions kept its rows locked for too long");
            case "57014" -> Optional.of("the statement was cancelled: it took longer than the database allows");
            case "57P01", "57P02" -> Optional.of("the database was shut down");
            case "57P03" -> Optional.of("the database is starting or recovering");
            case "25006" -> Optional.of("the database can only be read, not written");
            case "25P03" -> Optional.of("the database ended a transaction that had been idle for too long");
            case "42501" -> Optional.of("the user lacks a right: " + failure.getMessage());
            case "28000", "28P01" -> Optional.of("the database refuses the user or the password");
            case "3D000" -> Optional.of("there is no such database on the server");
            default ->
                state.startsWith("08") ? Optional.of("the database cannot be reached") : Optional.<String>empty();
        };
    }

    /** The state of the failure, or of the one behind a failed batch. */
    private static String state(SQLException failure) {
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            if (each.getSQLState() != null) {
                return each.getSQLState();
            }
        }
        return "";
    }
}
