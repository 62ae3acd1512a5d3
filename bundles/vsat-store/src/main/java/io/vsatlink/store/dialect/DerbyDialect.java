/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.io.EOFException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Apache Derby 10.16. */
public final class DerbyDialect implements Dialect {
    static final String OPEN_ELSEWHERE = "another process has the database open; only one container can use it";

    private static final Map<String, String> TYPES = Map.of(
            "row_no", "BIGINT GENERATED ALWAYS AS IDENTITY",
            "key", "VARCHAR(255)",
            "text", "VARCHAR(32672)",
            "long", "BIGINT",
            "double", "DOUBLE",
            "bool", "BOOLEAN",
            "time", "TIMESTAMP");

    @Override
    public Map<String, String> types() {
        return TYPES;
    }

    /** A hint, because a plan made while the table was empty would scan the whole table ever after. */
    @Override
    public String through(String index) {
        return " --DERBY-PROPERTIES index=" + index + "\n";
    }

    @Override
    public String throughout() {
        return " --DERBY-PROPERTIES index=null\n";
    }

    @Override
    public String forShare() {
        return " WITH RS";
    }

    @Override
    public String now() {
        return "VALUES CURRENT_TIMESTAMP";
    }

    @Override
    public Duration precision() {
        return Duration.ofNanos(1);
    }

    @Override
    public String length(String text) {
        return "LENGTH(" + text + ")";
    }

    @Override
    public Optional<String> unlikeJava(String key) {
        return Optional.empty();
    }

    @Override
    public String stored(String text) {
        return text;
    }

    @Override
    public String read(String stored) {
        return stored;
    }

    @Override
    public Numbering numbering() {
        return new DerbyNumbering();
    }

    /** Also true if another transaction has written the same key first: the next attempt finds it. */
    @Override
    public boolean retriable(SQLException failure) {
        return hasAny(failure, "40001", "40XL1", "40XL2", "23505");
    }

    @Override
    public Optional<String> meaning(SQLException failure) {
        if (has(failure, "XSDB6")) {
            return Optional.of(OPEN_ELSEWHERE);
        }
        if (diskFull(failure)) {
            return Optional.of("the disk is full or cannot be written");
        }
        if (damaged(failure)) {
            return Optional.of("the database is damaged");
        }
        if (hasAny(failure, "XSDG0", "XSDG3")) {
            return Optional.of("the disk cannot be read");
        }
        if (hasAny(failure, "40XL1", "40XL2", "40001")) {
            return Optional.of("other transactions kept its rows locked for too long");
        }
        if (hasAny(failure, "25502", "25503", "40XD1")) {
            return Optional.of("the database can only be read, not written");
        }
        if (hasAny(failure, "XBM0H", "XBM0J", "XJ004", "XBM0A")) {
            return Optional.of("the database's folder cannot be created or is not a database");
        }
        if (has(failure, "XJ040")) {
            return Optional.of("Derby cannot start it: " + innermost(failure));
        }
        if (hasAny(failure, "08003", "08006")) {
            return Optional.of("the database is not open");
        }
        return Optional.empty();
    }

    /** Derby's outermost exception only states that it failed. */
    private static String innermost(SQLException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** Whether a page, the log or its control file could not be written. Derby then shuts the database down. */
    boolean diskFull(SQLException failure) {
        return hasAny(failure, "XSDG1", "XSLA0", "XSLA2", "XSLA4", "XSLAE");
    }

    /**
     * Whether the content on the disk is not a valid Derby page: a wrong checksum or format, or a file that ends too early.
     * Read and write errors of the disk do not count, nor does any failure that may be temporary.
     */
    boolean damaged(SQLException failure) {
        return hasAny(failure, "XSDG2", "XSDBB") || (hasAny(failure, "XSDG0", "XSDG3") && endedTooEarly(failure));
    }

    private static boolean endedTooEarly(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof EOFException);
    }

    private static boolean hasAny(SQLException failure, String... states) {
        return Arrays.stream(states).anyMatch(state -> has(failure, state));
    }

    /** Derby wraps exceptions: the state that shows the cause may be anywhere in the chains of causes and next exceptions. */
    static boolean has(Throwable failure, String state) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                for (SQLException next = sql; next != null; next = next.getNextException()) {
                    if (state.equals(next.getSQLState()) || mentions(next, state)) {
                        return true;
                    }
                }
            } else if (mentions(cause, state)) {
                return true;
            }
        }
        return false;
    }

    /** The text of Derby's internal StandardException begins with the state. */
    private static boolean mentions(Throwable cause, String state) {
        return cause.getMessage() != null && cause.getMessage().contains("ERROR " + state + ":");
    }
}
