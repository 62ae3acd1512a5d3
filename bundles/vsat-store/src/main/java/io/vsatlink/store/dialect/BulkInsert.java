/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.sql.SQLException;
import java.time.Instant;

/**
 * Inserts many rows in one statement, part of the caller's transaction. The values of each row are added in the order of the
 * columns; any of them may be null. Not thread-safe.
 */
public interface BulkInsert extends AutoCloseable {
    void text(String value) throws SQLException;

    void number(Long value) throws SQLException;

    void decimal(Double value) throws SQLException;

    void flag(Boolean value) throws SQLException;

    /** Adds null for a time that no column can store. */
    void time(Instant value) throws SQLException;

    /** @return the number of inserted rows */
    long end() throws SQLException;

    /** Abandons the statement unless it has ended: the connection could do nothing else. */
    @Override
    void close() throws SQLException;
}
