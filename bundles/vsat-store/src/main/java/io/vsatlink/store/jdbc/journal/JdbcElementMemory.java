/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.journal;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.store.jdbc.table.LongTextTable;
import io.vsatlink.store.jdbc.table.LongTextTable.Place;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stores small facts as rows. */
public final class JdbcElementMemory implements ElementMemory {
    private static final String TABLE = "element_memory";
    private static final String COLUMN = "content";
    private static final String WHERE = " WHERE element = ? AND name = ?";

    private final Transactions transactions;
    private final Dialect dialect;
    private final LongTextTable longTexts;

    public JdbcElementMemory(Transactions transactions) {
        this.transactions = transactions;
        this.dialect = transactions.database().dialect();
        this.longTexts = new LongTextTable(dialect);
    }

    private static Place place(String element, String name) {
        return new Place(element, TABLE, 0, name);
    }

    @Override
    public Optional<String> recall(String element, String name) {
        return transactions.read("the memory of element " + element, c -> {
            Optional<String> beginning = beginning(c, element, name);
            return beginning.isEmpty() ? beginning : Optional.of(whole(c, element, name, beginning.get()));
        });
    }

    private String whole(Connection c, String element, String name, String beginning) throws SQLException {
        return LongTextTable.mayGoOn(beginning)
                ? beginning + longTexts.rests(c, place(element, name)).getOrDefault(COLUMN, "")
                : beginning;
    }

    private Optional<String> beginning(Connection c, String element, String name) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("SELECT content FROM element_memory" + WHERE)) {
            select.setString(1, element);
            select.setString(2, name);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(dialect.read(result.getString(1))) : Optional.empty();
            }
        }
    }

    @Override
    public SortedMap<String, String> recallAll(String element, String prefix) {
        return transactions.read("the memory of element " + element, c -> {
            SortedMap<String, String> all = new TreeMap<>();
            try (PreparedStatement select =
                    c.prepareStatement("SELECT name, content FROM element_memory WHERE element = ?")) {
                select.setString(1, element);
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        // in Java, because pattern matching differs between databases
                        if (result.getString(1).startsWith(prefix)) {
                            all.put(result.getString(1), dialect.read(result.getString(2)));
                        }
                    }
                }
            }
            for (Map.Entry<String, String> each : all.entrySet()) {
                each.setValue(whole(c, element, each.getKey(), each.getValue()));
            }
            return all;
        });
    }

    @Override
    public void remember(String element, String name, String value) {
        transactions.write("the memory of element " + element, c -> {
            longTexts.delete(c, place(element, name));
            if (value == null) {
                return execute(c, "DELETE FROM element_memory" + WHERE, element, name);
            }
            longTexts.put(c, place(element, name), Map.of(COLUMN, value));
            String beginning = dialect.stored(LongTextTable.beginning(value));
            if (execute(c, "UPDATE element_memory SET content = ?" + WHERE, beginning, element, name) > 0) {
                return 1;
            }
            return execute(
                    c,
                    "INSERT INTO element_memory (content, element, name) VALUES (?, ?, ?)",
                    beginning,
                    element,
                    name);
        });
    }

    private static int execute(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}
