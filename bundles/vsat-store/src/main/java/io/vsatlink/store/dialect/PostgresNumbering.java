/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.util.List;

/** PostgreSQL's sequences. A statement may always give the numbers, and {@code COPY} does so anyway. */
record PostgresNumbering() implements Numbering {

    @Override
    public String next(String table, String column) {
        return "SELECT COALESCE(pg_sequence_last_value(pg_get_serial_sequence('" + table + "', '" + column
                + "')::regclass), 0) + 1";
    }

    @Override
    public List<String> suspend(String table, String column) {
        return List.of();
    }

    @Override
    public String given() {
        return " OVERRIDING SYSTEM VALUE";
    }

    @Override
    public List<String> resume(String table, String column, long next) {
        return List.of("ALTER TABLE " + table + " ALTER COLUMN " + column + " RESTART WITH " + next);
    }
}
