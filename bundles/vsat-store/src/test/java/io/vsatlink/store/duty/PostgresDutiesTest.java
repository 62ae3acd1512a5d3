/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.jdbc.Postgres;
import io.vsatlink.store.lease.Occupant;
import io.vsatlink.store.migration.SchemaMigration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresDutiesTest extends JdbcDutiesContract {
    private static final Clock CLOCK = Clock.systemUTC();

    @Override
    Database database() throws SQLException {
        return Postgres.open(Postgres.create());
    }

    @Test
    void theTransactionOfASuspendedContainerDoesNotHoldUpTheNextOne() throws Exception {
        DataSource source = Postgres.create();
        Database ours = Postgres.open(source);
        new SchemaMigration(CLOCK).migrate(ours);
        JdbcDuties suspended = container(ours, "noc-1");
        try (JdbcDuties next = container(Postgres.open(source), "noc-2");
                Duty held = suspended.hold(DutyKind.POLL, "uat");
                Connection writing = ours.connect()) {
            assertThat(held.ours()).isTrue();
            assertThat(setting(writing, "application_name")).isEqualTo("vsatlink:run of noc-1");
            assertThat(setting(writing, "idle_in_transaction_session_timeout")).isEqualTo("10s");
            // or that would end it too
            execute(writing, "SET idle_in_transaction_session_timeout = 0");
            suspended.fence(DutyKind.POLL, "uat").beforeWriting(writing);
            suspended.vanish();
            Postgres.execute(source, "UPDATE member SET lease_end = '2000-01-01 00:00:00Z' WHERE name = 'noc-1'");
            try (Duty taken = next.apply(DutyKind.POLL, "uat", IGNORED)) {
                await("the next one has the duty", taken::ours);
            }
            assertThatThrownBy(() -> execute(writing, "SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    private static JdbcDuties container(Database database, String name) {
        Occupant occupant = new Occupant(name, "run of " + name, "", "0.2.0", Instant.parse("2026-11-28T03:00:00Z"));
        return (JdbcDuties) StoreDuties.of(database, occupant, CLOCK);
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
