package io.vsatlink.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that earlier versions of this program wrote: {@code schema-2.zip} is one, closed in good order. */
class UpgradeTest {
    @TempDir
    Path folder;

    @Test
    void aDatabaseOfSchemaTwoKeepsItsDataAndTakesTickets() throws IOException {
        Path database = folder.resolve("db");
        unpack("schema-2.zip", database);
        try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(database), Clock.systemUTC())) {
            assertThat(store.schemaVersion()).isEqualTo(4);
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

    private static void unpack(String fixture, Path into) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(UpgradeTest.class.getResourceAsStream(fixture))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
        assertThat(List.of("seg0", "log")).allMatch(name -> Files.isDirectory(into.resolve(name)));
    }
}
