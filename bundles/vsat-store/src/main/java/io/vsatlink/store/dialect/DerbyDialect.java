package io.vsatlink.store.dialect;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Apache Derby 10.16. */
public final class DerbyDialect implements Dialect {

    private static final Map<String, String> TYPES = Map.of(
            "row_no", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
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

    /** A hint, because a plan made while the table was empty would be a scan of the whole table ever after. */
    @Override
    public String through(String index) {
        return " --DERBY-PROPERTIES index=" + index + "\n";
    }

    @Override
    public boolean retriable(SQLException failure) {
        return has(failure, "40001") || has(failure, "40XL1") || has(failure, "40XL2");
    }

    @Override
    public Optional<String> meaning(SQLException failure) {
        if (has(failure, "XSDB6")) {
            return Optional.of("another process has the database open; only one container can use it");
        }
        // XSDG0/1: reading or writing a page failed; XSLA1, XSLA4, XSLAE: the log. Derby then shuts the database down.
        if (has(failure, "XSDG1") || has(failure, "XSLA1") || has(failure, "XSLA4") || has(failure, "XSLAE")) {
            return Optional.of("the disk is full or cannot be written");
        }
        if (has(failure, "XSDG0") || has(failure, "XSDG2") || has(failure, "XSDG3")) {
            return Optional.of("the database is damaged");
        }
        if (has(failure, "25502") || has(failure, "25503") || has(failure, "40XD1")) {
            return Optional.of("the database can only be read, not written");
        }
        if (has(failure, "XBM0H") || has(failure, "XBM0J") || has(failure, "XJ004")) {
            return Optional.of("the database's folder cannot be made or is no database");
        }
        if (has(failure, "08003") || has(failure, "08006") || has(failure, "XJ040")) {
            return Optional.of("the database is not open");
        }
        return Optional.empty();
    }

    /** Derby wraps: the state that tells the cause may be anywhere in the chains of causes and next exceptions. */
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

    /** Derby's internal StandardException begins its text with the state. */
    private static boolean mentions(Throwable cause, String state) {
        return cause.getMessage() != null && cause.getMessage().contains("ERROR " + state + ":");
    }
}
