/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.api.ticket.Tickets;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.table.DatasetTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users see with SQL. */
class SqlViewTest {
    @TempDir
    Path folder;

    private JdbcVsatStore store;

    @BeforeEach
    void open() {
        store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theCurrentViewShowsTheCurrentGenerationOnly() throws SQLException {
        publish(Rows.circuit("A", "Up"), Rows.circuit("B", "Up"));
        publish(Rows.circuit("A", "Down"), Rows.circuit("C", "Up"));
        try (GenerationWriter writer = store.open("production", Dataset.CIRCUITS)) {
            writer.write(List.of(Rows.circuit("C", "Down"), Rows.circuit("D", "Up")));
            assertThat(query("SELECT element, circuit_id, status FROM circuits_current ORDER BY circuit_id"))
                    .containsExactly("production A Down", "production C Up");
        }
    }

    @Test
    void anUnchangedPollWritesNoRow() throws SQLException {
        String everything = "SELECT row_no, circuit_id, status, first_generation, last_generation FROM circuits"
                + " ORDER BY row_no";
        publish(Rows.circuit("A", "Up"), Rows.circuit("B", "Up"));
        publish(Rows.circuit("A", "Down"), Rows.circuit("B", "Up"));
        List<String> before = query(everything);
        assertThat(before).hasSize(3);
        publish(Rows.circuit("B", "Up"), Rows.circuit("A", "Down"));
        assertThat(query(everything)).isEqualTo(before);
        assertThat(store.current("production", Dataset.CIRCUITS).orElseThrow().number())
                .isEqualTo(3);
    }

    @Test
    void timesAreUtc() throws SQLException {
        publish(Rows.full(Dataset.CIRCUITS, "A", 1));
        assertThat(query("SELECT last_modified, last_modified_text, v_circuit_id FROM circuits_current"))
                .containsExactly("2026-11-21 01:00:00.0 2026-11-21T02:00:00+01:00 vCircuitId 1");
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaHasEveryColumnOfADataset(Dataset dataset) throws SQLException {
        DatasetTable table = new DatasetTable(dataset, store.database().dialect());
        List<String> columns = new ArrayList<>(List.of("ELEMENT"));
        table.contentColumns().forEach(column -> columns.add(column.toUpperCase(Locale.ROOT)));
        assertThat(columns(table.name() + "_current")).containsExactlyElementsOf(columns);
        assertThat(columns(table.name())).containsAll(columns);
    }

    @Test
    void theSchemaHasEveryColumnOfATicket() throws SQLException {
        DatasetTable table =
                new DatasetTable(TicketListing.TICKETS, store.database().dialect());
        List<String> columns = new ArrayList<>(List.of("SYSTEM_NAME"));
        table.contentColumns().forEach(column -> columns.add(column.toUpperCase(Locale.ROOT)));
        assertThat(columns("tickets_current")).containsExactlyElementsOf(columns);
    }

    @Test
    void ticketsAndRequestsAreReadableWithSql() throws SQLException {
        try (GenerationWriter writer = store.tickets().open("etms")) {
            writer.write(List.of(Tickets.ticket("T1").row()));
            writer.publish();
        }
        store.outbox().accept("etms", TicketRequest.update("T1", "severity", "2", "r-1", "shell"), "T1");
        assertThat(query("SELECT system_name, ticket_id, category, severity FROM tickets_current"))
                .containsExactly("etms T1 Circuit Up/Down 3");
        assertThat(query("SELECT kind, reference, request_id, fields, state FROM outbox"))
                .containsExactly("UPDATE T1 r-1 severity=2 WAITING");
    }

    private void publish(Row... rows) {
        try (GenerationWriter writer = store.open("production", Dataset.CIRCUITS)) {
            writer.write(List.of(rows));
            writer.publish();
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(result.getString(i));
                }
                rows.add(String.join(" ", values));
            }
            connection.rollback();
            return rows;
        }
    }

    private List<String> columns(String table) throws SQLException {
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                names.add(result.getMetaData().getColumnName(i));
            }
            connection.rollback();
            return names;
        }
    }
}
