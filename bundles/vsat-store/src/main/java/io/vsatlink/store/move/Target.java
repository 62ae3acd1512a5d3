/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.jdbc.outbox.OutboxCopy;
import io.vsatlink.store.migration.SchemaMigration;
import io.vsatlink.store.move.MoveMark.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A database that is to be filled by a move: whether it has anything that would be lost. */
record Target(Database database) {

    /** @throws StoreException if it has data, other than the rest of an unfinished move or what may be replaced */
    void requireFree(boolean replacing) {
        try (Connection connection = database.connect()) {
            try {
                requireFree(connection, replacing);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            database.failed(e);
            throw new StoreException(
                    "The database (" + database.description() + ") cannot be read: "
                            + database.dialect().meaning(e).orElse(e.getMessage()),
                    e);
        }
    }

    private void requireFree(Connection connection, boolean replacing) throws SQLException {
        Optional<State> state = MoveMark.read(connection).map(MoveMark::state);
        if (state.equals(Optional.of(State.FILLING)) || (replacing && state.equals(Optional.of(State.LEFT)))) {
            return;
        }
        for (String table : SchemaMigration.tables()) {
            if (MovedTable.isMoved(table) && hasRows(connection, table)) {
                throw new StoreException("The database (" + database.description() + ") is not empty: " + table
                        + " has rows; a move needs an empty one"
                        + (state.equals(Optional.of(State.LEFT))
                                ? ". An earlier move has left it: --replace deletes what it still has"
                                : ""));
            }
        }
        if (new OutboxCopy(database.beside("outbox")).hasOpenRequests()) {
            throw new StoreException("Beside the database (" + database.description() + ") the file "
                    + database.beside("outbox").orElseThrow()
                    + " has requests that are not finished; a move needs an empty database");
        }
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        if (MovedTable.of(connection, table).columns().isEmpty()) {
            // a later step of the schema creates it
            return false;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 1 FROM " + table + " FETCH FIRST 1 ROWS ONLY")) {
            return result.next();
        }
    }
}
