/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresVsatStoreTest extends JdbcStoreContract {
    private DataSource source;

    @BeforeEach
    void create() throws SQLException {
        source = Postgres.create();
        open();
    }

    private void open() {
        use(JdbcVsatStore.open(Postgres.open(source), Clock.systemUTC()));
    }

    @Override
    public void restart() {
        store.close();
        open();
    }

    @Test
    void rowsAreInJavasOrderWhateverIsInTheirKeys() {
        List<Row> rows = Stream.of("B", "B\uFFFD", "B\uD83D\uDE00", "B\uE000", "b", "B ", "\u00DF", "B\uD83D", "BB")
                .map(key -> Rows.full(Dataset.CIRCUITS, key, 1))
                .toList();
        publish(Dataset.CIRCUITS, rows.toArray(Row[]::new));
        List<Row> sorted = rows.stream().sorted(Comparator.comparing(Row::key)).toList();
        try (Snapshot snapshot = store.snapshot(ELEMENT)) {
            assertThat(read(snapshot, Dataset.CIRCUITS)).containsExactlyElementsOf(sorted);
            RowQuery all = RowQuery.all(Dataset.CIRCUITS, 4);
            assertThat(snapshot.page(all).rows()).containsExactlyElementsOf(sorted.subList(0, 4));
            for (Row row : rows) {
                assertThat(snapshot.row(Dataset.CIRCUITS, row.key())).contains(row);
                assertThat(store.history(ELEMENT, Dataset.CIRCUITS, row.key())).hasSize(1);
            }
        }
        try (GenerationWriter writer = store.open(ELEMENT, Dataset.CIRCUITS)) {
            assertThat(writer.write(rows).unchanged()).isEqualTo(rows.size());
            assertThat(writer.missing()).isZero();
        }
    }

    @Test
    void anyTextComesBack() {
        String odd =
                "a\u0000b\uD83Dc\uDE00d\uFFFFe\uFFFF0041" + "x".repeat(Column.MAX_TEXT - 14) + "\uD83D\uDE00\u0000";
        Row row = new Row(Dataset.CIRCUITS, values("K", odd), null);
        publish(Dataset.CIRCUITS, row);
        assertThat(read(Dataset.CIRCUITS)).containsExactly(row);
        store.memory().remember(ELEMENT, "odd", odd);
        assertThat(store.memory().recall(ELEMENT, "odd")).contains(odd);
        assertThat(store.memory().recallAll(ELEMENT, "o")).containsEntry("odd", odd);
    }

    private static List<Object> values(String key, String alias) {
        List<Object> values =
                new ArrayList<>(Collections.nCopies(Dataset.CIRCUITS.columns().size(), null));
        values.set(Dataset.CIRCUITS.keyIndex(), key);
        values.set(Dataset.CIRCUITS.indexOf("circuitAlias"), alias);
        return values;
    }

    @Test
    void peopleReadTheCurrentRows() throws SQLException {
        publish(Dataset.CIRCUITS, A, B);
        publish(Dataset.CIRCUITS, A_DOWN);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT circuit_id FROM circuits_current")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo(A.key());
            assertThat(result.next()).isFalse();
        }
    }

    @Test
    void aSecondOpenVersionOfAKeyIsImpossible() throws SQLException {
        publish(Dataset.CIRCUITS, A);
        assertThatThrownBy(() -> Postgres.execute(
                        source,
                        "INSERT INTO circuits (element, circuit_id, content_hash, first_generation, last_generation)"
                                + " SELECT element, circuit_id, 0, 2, last_generation FROM circuits"))
                .hasMessageContaining("circuits_open");
    }

    @Test
    void anotherEncodingIsRefused() throws SQLException {
        Postgres.execute(
                Postgres.server().getPostgresDatabase(),
                "CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
        assertThatThrownBy(() -> Postgres.open(Postgres.server().getDatabase("postgres", "latin")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("LATIN1")
                .hasMessageContaining("only UTF8");
    }
}
