/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.migration;

import static io.vsatlink.store.migration.EarlierDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PageOutcome;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of earlier versions, opened by this one. */
class UpgradeTest {
    @TempDir
    Path folder;

    @Test
    void aDatabaseOfSchemaTwoKeepsItsDataAndAcceptsTickets() throws IOException {
        Path database = folder.resolve("db");
        EarlierDatabase.unpack("schema-2.zip", database);
        try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(database), Clock.systemUTC())) {
            assertThat(store.schemaVersion()).isEqualTo(6);
            assertThat(store.elements()).containsExactly("uat");
            try (Snapshot snapshot = store.snapshot("uat");
                    Stream<Row> rows = snapshot.rows(Dataset.CIRCUITS)) {
                assertThat(snapshot.generation(Dataset.CIRCUITS).orElseThrow())
                        .extracting(Generation::number, Generation::changed)
                        .containsExactly(2L, 1L);
                assertThat(rows.map(row -> row.key() + " " + row.text("status")))
                        .containsExactly("CIR-0 Inactive", "CIR-1 Active", "CIR-2 Active");
            }
            assertThat(store.history("uat", Dataset.CIRCUITS, "CIR-0")).hasSize(2);
            assertThat(store.memory().recall("uat", "drift")).contains("colour");
            store.outbox().accept("etms", TicketRequest.submit("EXT-1", Map.of(), "shell"), "");
            assertThat(store.outbox().entries("etms", 10)).hasSize(1);
        }
        assertThat(folder.resolve("db-schema-2")).isDirectory();
    }

    @Test
    void aDatabaseOfSchemaThreeKeepsItsDataAndNothingLooksChanged() throws IOException {
        Path database = folder.resolve("db");
        EarlierDatabase.unpack("schema-3.zip", database);
        try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(database), Clock.systemUTC())) {
            EarlierDatabase.assertKeepsSchemaThree(store);
            List<Row> circuits = rows(store, "uat", Dataset.CIRCUITS);
            List<Row> devices = rows(store, "uat", Dataset.DEVICES);
            List<Row> tickets = rows(store, "etms", TicketListing.TICKETS);

            // hashes of 0.1.0 compare JSON by its text: the first poll gives unchanged rows the new ones
            assertThat(poll(store.open("uat", Dataset.CIRCUITS), circuits)).isEqualTo(new PageOutcome(0, 0, 3, 0));
            assertThat(poll(store.open("uat", Dataset.DEVICES), devices)).isEqualTo(new PageOutcome(0, 0, 2, 0));
            assertThat(poll(store.tickets().open("etms"), tickets)).isEqualTo(new PageOutcome(0, 0, 1, 0));
            assertThat(store.history("uat", Dataset.CIRCUITS, "CIR-0")).hasSize(2);
            List<Row> otherOrder = circuits.stream()
                    .map(row -> Rows.withExtra(row, "{\"colour\":\"blue\",\"zone\":\"east\"}"))
                    .toList();
            assertThat(poll(store.open("uat", Dataset.CIRCUITS), otherOrder)).isEqualTo(new PageOutcome(0, 0, 3, 0));
            assertThat(rows(store, "uat", Dataset.CIRCUITS)).isEqualTo(circuits);
        }
        assertThat(folder.resolve("db-schema-3")).isDirectory();
    }

    private static PageOutcome poll(GenerationWriter opened, List<Row> rows) {
        try (GenerationWriter writer = opened) {
            PageOutcome outcome = writer.write(rows);
            writer.publish();
            return outcome;
        }
    }
}
