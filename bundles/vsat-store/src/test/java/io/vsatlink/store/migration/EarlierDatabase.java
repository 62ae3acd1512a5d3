/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Databases that earlier versions of this program wrote and closed properly; {@code schema-3.zip} is from version 0.1.0. */
final class EarlierDatabase {

    private EarlierDatabase() {}

    static void unpack(String fixture, Path into) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(EarlierDatabase.class.getResourceAsStream(fixture))) {
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

    static List<Row> rows(JdbcVsatStore store, String element, Listing listing) {
        try (Snapshot snapshot = store.snapshot(element);
                Stream<Row> rows = snapshot.rows(listing)) {
            return rows.toList();
        }
    }

    /** Asserts that everything that version 0.1.0 wrote into its database exists. */
    static void assertKeepsSchemaThree(JdbcVsatStore store) {
        assertThat(store.schemaVersion()).isEqualTo(6);
        assertThat(rows(store, "uat", Dataset.CIRCUITS))
                .extracting(row -> row.key() + " " + row.text("status") + " " + row.extraJson())
                .containsExactly(
                        "CIR-0 Inactive {\"zone\":\"east\",\"colour\":\"blue\"}",
                        "CIR-1 Active {\"zone\":\"east\",\"colour\":\"blue\"}",
                        "CIR-2 Active {\"zone\":\"east\",\"colour\":\"blue\"}");
        assertThat(rows(store, "uat", Dataset.DEVICES)).hasSize(2);
        assertThat(rows(store, "etms", TicketListing.TICKETS)).hasSize(1);
        assertThat(store.history("uat", Dataset.CIRCUITS, "CIR-0")).hasSize(2);
        assertThat(store.memory().recall("uat", "drift")).contains("colour");
        assertThat(store.journal().last("uat", Dataset.CIRCUITS).orElseThrow().items())
                .isEqualTo(3);
        assertThat(store.outbox().entries("etms", 10)).singleElement().satisfies(entry -> {
            assertThat(entry.request().fields()).containsEntry("text", "seen");
            assertThat(entry.repeats()).isZero();
        });
    }
}
