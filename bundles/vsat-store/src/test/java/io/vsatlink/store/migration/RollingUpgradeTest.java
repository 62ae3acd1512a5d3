/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.store.jdbc.Postgres;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A container of this version beside one of the next. */
class RollingUpgradeTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final SchemaStep ADDS =
            new SchemaStep(7, "-- Usable since schema 6\nALTER TABLE member ADD COLUMN zone {key};\n");
    private static final SchemaStep CHANGES = new SchemaStep(7, "ALTER TABLE member DROP COLUMN version;\n");

    private static void migrate(DataSource source, SchemaStep next) {
        List<SchemaStep> steps = new ArrayList<>(SchemaStep.known());
        steps.add(next);
        new SchemaMigration(steps, CLOCK).migrate(Postgres.open(source));
    }

    private static void publish(JdbcVsatStore store) {
        try (GenerationWriter writer = store.open("uat", Dataset.CIRCUITS)) {
            writer.write(List.of(Rows.circuit("A", "Up")));
            writer.publish();
        }
    }

    @Test
    void afterAStepThatOnlyAddsOlderContainersGoOnAndStartAgain() throws Exception {
        DataSource source = Postgres.create();
        try (JdbcVsatStore older = JdbcVsatStore.open(Postgres.open(source), CLOCK)) {
            publish(older);
            migrate(source, ADDS);
            publish(older);
        }
        try (JdbcVsatStore restarted = JdbcVsatStore.open(Postgres.open(source), CLOCK)) {
            assertThat(restarted.schemaVersion()).isEqualTo(7);
            publish(restarted);
            assertThat(restarted.current("uat", Dataset.CIRCUITS).orElseThrow().number())
                    .isEqualTo(3);
        }
    }

    @Test
    void anyOtherStepWaitsUntilOlderContainersHaveStoppedAndExcludesThemThen() throws Exception {
        DataSource source = Postgres.create();
        try (JdbcVsatStore older = JdbcVsatStore.open(Postgres.open(source), CLOCK)) {
            assertThatThrownBy(() -> migrate(source, CHANGES))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(
                            "cannot be migrated to version 7 while containers of an older version use it (")
                    .hasMessageEndingWith("); stop them first");
            publish(older);
        }
        migrate(source, CHANGES);
        assertThatThrownBy(() -> JdbcVsatStore.open(Postgres.open(source), CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was written by a newer VsatLink (schema 7, this version supports 6)");
    }
}
