/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An upgrade from version 0.1.0 that is killed, and the next start. */
@Timeout(120)
class UpgradeKillTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"COPYING, 0", "WITHIN, 0", "WITHIN, 4", "WITHIN, 6", "AFTER, 0"})
    void losesNothingAndIsCompletedByTheNextStart(KilledUpgrade.Moment moment, int statements) throws Exception {
        Path database = folder.resolve("db");
        EarlierDatabase.unpack("schema-3.zip", database);
        KilledUpgrade.run(database, moment, statements);
        for (int start = 1; start <= 2; start++) {
            try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(database), Clock.systemUTC())) {
                EarlierDatabase.assertKeepsSchemaThree(store);
            }
        }
        assertIsOfSchemaThree(folder.resolve("db-schema-3"));
        assertThat(folder.resolve("db-schema-3.part")).doesNotExist();
    }

    @Test
    void theStatementsOfTheFirstStepAreCounted() {
        Database database = EmbeddedDerby.openBare(folder.resolve("db"));
        try {
            assertThat(SchemaStep.known().get(KilledUpgrade.FIRST_STEP - 1).statements(database.dialect()))
                    .hasSize(6);
        } finally {
            database.close();
        }
    }

    /** Asserts that the copy is a complete database that version 0.1.0 can open. */
    private static void assertIsOfSchemaThree(Path copy) {
        Database database = EmbeddedDerby.openBare(copy);
        try {
            assertThat(new SchemaMigration(Clock.systemUTC()).found(database)).isEqualTo(3);
        } finally {
            database.close();
        }
    }
}
