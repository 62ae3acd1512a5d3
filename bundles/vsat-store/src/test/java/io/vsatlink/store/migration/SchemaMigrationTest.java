/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMigrationTest {
    private static final SchemaStep ONE = new SchemaStep(1, "CREATE TABLE a (x {long});\nINSERT INTO a VALUES (1);\n");
    private static final SchemaStep TWO = new SchemaStep(2, "-- more\nINSERT INTO a VALUES (2);\n");
    private static final SchemaStep BROKEN = new SchemaStep(3, "INSERT INTO a VALUES (3);\nINSERT INTO b VALUES (3);");

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = EmbeddedDerby.openBare(folder.resolve("db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void updatesAnEmptyDatabaseToTheNewestSchema() throws SQLException {
        assertThat(new SchemaMigration(Clock.systemUTC()).migrate(database)).isEqualTo(6);
        assertThat(numbers("SELECT version FROM schema_version ORDER BY version"))
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(numbers("SELECT COUNT(*) FROM circuits_current")).containsExactly(0);
    }

    @Test
    void aRequestOfSchemaThreeHasNoRepetitions() throws SQLException {
        migrate(SchemaStep.known().subList(0, 3).toArray(SchemaStep[]::new));
        execute("INSERT INTO ticket_line (system_name) VALUES ('etms')");
        execute(
                "INSERT INTO outbox (system_name, line, kind, reference, request_id, request_key, unique_kind, unique_key,"
                        + " origin, fields, state, attempts, may_have_arrived, next_attempt_at, last_error, created_at, fence,"
                        + " claimed_by, claimed_in, claimed_start) VALUES ('etms', 1, 'SUBMIT', 'EXT-1', '', 'k', 'SUBMIT',"
                        + " 'EXT-1', 'shell', '', 'WAITING', 2, TRUE, CURRENT_TIMESTAMP, '', CURRENT_TIMESTAMP, 2, '', '', '')");
        migrate(SchemaStep.known().toArray(SchemaStep[]::new));
        assertThat(numbers("SELECT repeats FROM outbox")).containsExactly(0);
    }

    @Test
    void leavesTheNewestSchemaUnchanged() throws SQLException {
        migrate(ONE);
        migrate(ONE);
        assertThat(numbers("SELECT x FROM a")).containsExactly(1);
    }

    @Test
    void runsOnlyNewSteps() throws SQLException {
        migrate(ONE);
        migrate(ONE, TWO);
        assertThat(numbers("SELECT x FROM a ORDER BY x")).containsExactly(1, 2);
        assertThat(numbers("SELECT version FROM schema_version ORDER BY version"))
                .containsExactly(1, 2);
    }

    @Test
    void refusesANewerSchemaAndChangesNothing() throws SQLException {
        migrate(ONE, TWO);
        assertThatThrownBy(() -> migrate(ONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was written by a newer VsatLink (schema 2, this version supports 1)")
                .hasMessageContaining(folder.toString());
        assertThat(numbers("SELECT version FROM schema_version ORDER BY version"))
                .containsExactly(1, 2);
    }

    @Test
    void aProgramThatKnowsEnoughUsesADatabaseWithLaterSteps() throws SQLException {
        SchemaStep records = new SchemaStep(2, "ALTER TABLE schema_version ADD COLUMN usable_since {long};\n");
        SchemaStep adds = new SchemaStep(3, "-- Usable since schema 2\nALTER TABLE a ADD COLUMN y {long};\n");
        SchemaStep changes = new SchemaStep(4, "ALTER TABLE a DROP COLUMN x;\n");
        migrate(ONE, records, adds);
        assertThat(new SchemaMigration(List.of(ONE, records), Clock.systemUTC()).migrate(database))
                .isEqualTo(3);
        assertThatThrownBy(() -> migrate(ONE))
                .hasMessageContaining("written by a newer VsatLink (schema 3, this version supports 1)");
        migrate(ONE, records, adds, changes);
        assertThatThrownBy(() -> migrate(ONE, records))
                .hasMessageContaining("written by a newer VsatLink (schema 4, this version supports 2)");
        assertThatThrownBy(() -> migrate(ONE, records, adds)).isInstanceOf(StoreException.class);
    }

    @Test
    void aStepThatFailsLeavesTheSchemaBeforeIt() throws SQLException {
        assertThatThrownBy(() -> migrate(ONE, TWO, BROKEN)).isInstanceOf(StoreException.class);
        assertThat(numbers("SELECT MAX(version) FROM schema_version")).containsExactly(2);
        assertThat(numbers("SELECT x FROM a ORDER BY x")).containsExactly(1, 2);
    }

    @Test
    void copiesTheDatabaseBeforeAnUpgrade() throws SQLException {
        migrate(ONE);
        migrate(ONE);
        assertThat(folder.resolve("db-schema-1")).doesNotExist();
        migrate(ONE, TWO);
        database.close();
        database = EmbeddedDerby.open(folder.resolve("db-schema-1"));
        assertThat(numbers("SELECT x FROM a")).containsExactly(1);
        assertThat(numbers("SELECT MAX(version) FROM schema_version")).containsExactly(1);
    }

    @Test
    void aKilledUpgradeContinues() throws Exception {
        migrate(ONE);
        // the state after a kill during the copying, or between the copy and the step
        Files.createDirectories(folder.resolve("db-schema-1.part").resolve("db"));
        database.keepCopyOf(1);
        migrate(ONE, TWO);
        assertThat(numbers("SELECT x FROM a ORDER BY x")).containsExactly(1, 2);
        assertThat(folder.resolve("db-schema-1")).exists();
        assertThat(folder.resolve("db-schema-1.part")).doesNotExist();
    }

    private void migrate(SchemaStep... steps) {
        new SchemaMigration(List.of(steps), Clock.systemUTC()).migrate(database);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }

    private List<Integer> numbers(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Integer> numbers = new ArrayList<>();
            while (result.next()) {
                numbers.add(result.getInt(1));
            }
            connection.rollback();
            return numbers;
        }
    }
}
