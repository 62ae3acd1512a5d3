/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.jdbc.table.DatasetTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The statements of table {@code outbox}. Every parameter is a text, a number, a boolean or a time. */
record OutboxTable(Dialect dialect) {
    /** The states in which a request blocks the following ones of its ticket. */
    static final String OPEN = "('WAITING', 'CLAIMED', 'BLOCKED')";

    private static final String COLUMNS = "o.id, o.system_name, o.request_key, o.kind, o.reference, o.request_id,"
            + " o.fields, o.origin, o.state, o.attempts, o.may_have_arrived, o.next_attempt_at, o.claimed_by,"
            + " o.last_error, o.created_at, o.delivered_at, l.ticket_id, o.fence, o.repeats";

    /** An entry, and the fence number of its last claim. */
    record Found(OutboxEntry entry, long fence) {}

    /**
     * @param index the index to use
     * @param limit the maximum number of rows, 0 for all
     */
    List<Found> select(Connection connection, String index, String rest, int limit, Object... parameters)
            throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM outbox o" + dialect.through(index)
                + " JOIN ticket_line l ON l.line = o.line " + rest + (limit == 0 ? "" : DatasetTable.FIRST);
        List<Found> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, parameters);
            if (limit > 0) {
                select.setInt(parameters.length + 1, limit);
            }
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    found.add(read(result));
                }
            }
        }
        return found;
    }

    /**
     * Selects the requests that are due and are the first of their ticket. A new request is due immediately. A request whose due time is after the last possible one was due before the clock was set back. Parameters: system, now, the
     * last possible due time.
     */
    String due() {
        return "WHERE o.system_name = ? AND o.state = 'WAITING' AND (o.next_attempt_at <= ? OR o.next_attempt_at > ?"
                + " OR (o.attempts = 0 AND o.last_error = ''))" + andFirst("o") + " ORDER BY o.id";
    }

    /** The condition that no earlier request of the same ticket is open. */
    String andFirst(String request) {
        return " AND NOT EXISTS (SELECT 1 FROM outbox b" + dialect.through("outbox_by_line") + " WHERE b.line = "
                + request + ".line AND b.id < " + request + ".id AND b.state IN " + OPEN + ")";
    }

    /** Selects the first request that this one repeats. Parameters: those of {@link #unique}, and the system. */
    String first() {
        return "WHERE o.unique_key = ? AND o.unique_kind = ? AND o.system_name = ?";
    }

    /** The values that identify a repetition: the key and its kind. */
    static List<String> unique(TicketRequest request, String key) {
        if (request.kind() == RequestKind.SUBMIT) {
            return List.of(request.reference(), "SUBMIT");
        }
        return List.of(request.requestId().isEmpty() ? key : request.requestId(), "CHANGE");
    }

    long insert(Connection connection, OutboxLine.Accepted kept, long line, boolean mayHaveArrived)
            throws SQLException {
        TicketRequest request = kept.request();
        List<String> unique = unique(request, kept.key());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO outbox (system_name, line, kind, reference, request_id, request_key, unique_key, unique_kind,"
                        + " fields, origin, state, attempts, may_have_arrived, repeats, next_attempt_at, last_error, created_at,"
                        + " fence, claimed_by, claimed_in, claimed_start)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?, ?, '', ?, 0, '', '', '')",
                Statement.RETURN_GENERATED_KEYS)) {
            bind(
                    insert,
                    kept.system(),
                    line,
                    request.kind().name(),
                    request.reference(),
                    request.requestId(),
                    kept.key(),
                    unique.get(0),
                    unique.get(1),
                    dialect.stored(RequestFields.text(request.fields())),
                    request.origin(),
                    mayHaveArrived,
                    kept.repeats(),
                    kept.createdAt(),
                    kept.createdAt());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** @return the number of affected rows */
    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, parameters);
            return update.executeUpdate();
        }
    }

    /** Whether a request meets the condition. */
    static boolean any(Connection connection, String condition, Object... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM outbox WHERE " + condition)) {
            bind(select, parameters);
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter instanceof Instant instant) {
                new UtcTimes().set(statement, i + 1, instant);
            } else if (parameter instanceof Number number) {
                statement.setLong(i + 1, number.longValue());
            } else if (parameter instanceof Boolean flag) {
                statement.setBoolean(i + 1, flag);
            } else {
                statement.setString(i + 1, (String) parameter);
            }
        }
    }

    private Found read(ResultSet result) throws SQLException {
        UtcTimes times = new UtcTimes();
        TicketRequest request = new TicketRequest(
                RequestKind.valueOf(result.getString(4)),
                result.getString(5),
                result.getString(6),
                RequestFields.of(dialect.read(result.getString(7))),
                result.getString(8));
        OutboxEntry entry = new OutboxEntry(
                result.getLong(1),
                result.getString(2),
                result.getString(3),
                request,
                RequestState.valueOf(result.getString(9)),
                result.getInt(10),
                result.getBoolean(11),
                result.getInt(19),
                times.get(result, 12),
                result.getString(13),
                dialect.read(result.getString(14)),
                times.get(result, 15),
                times.get(result, 16),
                Objects.requireNonNullElse(result.getString(17), ""));
        return new Found(entry, result.getLong(18));
    }
}
