/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers to a commit are one. */
class CommitAnswersTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "08000", "08006", "08007", "40003", "53100", "57P01", "57P02", "57014", "XX000", "58030"})
    void afterAnyOtherFailureItMayHaveTakenEffect(String state) {
        SQLException failure = new SQLException("failed", state);
        assertThat(catchThrowable(() -> CommitInDoubt.commit(connection(failure, null))))
                .isInstanceOf(CommitInDoubt.class)
                .hasCause(failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23503", "23505", "25006", "25P02", "25P03", "40000", "40001", "40002", "40P01"})
    void theServerReportsThatItRolledBack(String state) {
        SQLException failure = new SQLException("failed", state);
        assertThat(catchThrowable(() -> CommitInDoubt.commit(connection(failure, null))))
                .isSameAs(failure);
    }

    @ParameterizedTest
    @CsvSource({"01000, true", "01004, false", "25P01, false", ", false"})
    void aWarningMayBeThatNoStandbyHasConfirmedIt(String state, boolean inDoubt) {
        SQLWarning first = new SQLWarning("a notice", "00000");
        first.setNextWarning(new SQLWarning("a warning", state));
        Connection connection = connection(null, first);
        if (inDoubt) {
            assertThat(catchThrowable(() -> CommitInDoubt.commit(connection))).isInstanceOf(CommitInDoubt.class);
        } else {
            assertThatCode(() -> CommitInDoubt.commit(connection)).doesNotThrowAnyException();
        }
    }

    /** A connection whose commit ends like this; a warning before the commit does not count. */
    private static Connection connection(SQLException failure, SQLWarning warning) {
        SQLWarning[] warnings = {new SQLWarning("of an earlier statement", "01000")};
        return (Connection) Proxy.newProxyInstance(
                CommitAnswersTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "clearWarnings" -> warnings[0] = null;
                        case "getWarnings" -> {
                            return warnings[0];
                        }
                        case "commit" -> {
                            if (failure != null) {
                                throw failure;
                            }
                            warnings[0] = warning;
                        }
                        default -> throw new AssertionError(method);
                    }
                    return null;
                });
    }
}
