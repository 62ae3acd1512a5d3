/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The differences between database products. Stateless. */
public interface Dialect {

    /** The folder of the schema files that only this product needs; empty if it needs none. */
    default Optional<String> schemaFolder() {
        return Optional.empty();
    }

    /** The column types for the names in braces in the schema's SQL. */
    Map<String, String> types();

    /** The text after a table's name that makes a statement use this index; may be empty. */
    String through(String index);

    /** The text after a table's name that makes a statement read the whole table in storage order; may be empty. */
    String throughout();

    /** The text after a query that keeps its rows unchanged until the transaction ends, while others may still read them. */
    String forShare();

    /**
     * The text after a query that locks the rows of this table until the transaction ends, and leaves out those that others have locked.
     * Empty if the database cannot leave out any.
     */
    default Optional<String> unlocked(String table) {
        return Optional.empty();
    }

    /** The query for the current time of the database. */
    String now();

    /** The smallest difference between two times that a column keeps apart. */
    Duration precision();

    /** An expression for the length of a text in UTF-16 units, as Java counts. */
    String length(String text);

    /**
     * A condition that is true for a key which the database may sort differently from Java, by its content; empty if there is no
     * such key.
     */
    Optional<String> unlikeJava(String key);

    /** The text as the database can store it; the same text unless it contains a character that it refuses. */
    String stored(String text);

    /** Reverses {@link #stored}. */
    String read(String stored);

    /**
     * Begins a statement that inserts many rows; empty if the database has none that is faster than a batch.
     *
     * @param columns the names of the columns in which the rows have values
     */
    default Optional<BulkInsert> bulk(Connection connection, String table, List<String> columns) throws SQLException {
        return Optional.empty();
    }

    /** Whether pages are written together, because a transaction costs more than what a page has to write. */
    default boolean gathersPages() {
        return false;
    }

    /**
     * A table of the pairs of two parameters, an array of texts and one of numbers, under these names. It can follow {@code FROM} in an
     * {@code UPDATE} and {@code USING} in a {@code DELETE}. Empty if the database has nothing like that.
     */
    default Optional<String> pairs(String table, String text, String number) {
        return Optional.empty();
    }

    /** How rows keep their numbers. */
    Numbering numbering();

    /** The statement that has the database look at a table that was filled; empty if it does so by itself. */
    default Optional<String> filled(String table) {
        return Optional.empty();
    }

    /** The queries about standbys; empty if the database has none that can be read. */
    default Optional<Replication> replication() {
        return Optional.empty();
    }

    /** Marks a session that may be new, so that others can end it once the lease of its run has. */
    default void mark(Connection connection, String run) throws SQLException {}

    /** Ends the sessions of a run, and with them its transactions, as far as the database can. Does not wait for their ends. */
    default void endSessions(Connection connection, String run) throws SQLException {}

    /** Whether the failure is temporary and the transaction may be retried. */
    boolean retriable(SQLException failure);

    /**
     * The meaning of the failure for users, as the middle of a sentence; empty if there is no better text than the exception's.
     */
    Optional<String> meaning(SQLException failure);
}
