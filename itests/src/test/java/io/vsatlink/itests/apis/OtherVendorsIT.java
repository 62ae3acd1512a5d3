/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.apis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each vendor needs only its own profile, and the stored rows equal those from the built-in profile's vendor. */
class OtherVendorsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGES = 4;

    /** The rows of the built-in profile's vendor, in its format and as stored. */
    private static final Map<Dataset, List<JsonNode>> LISTED = new EnumMap<>(Dataset.class);

    private static final Map<Dataset, List<Row>> STORED = new EnumMap<>(Dataset.class);

    @TempDir
    static Path reference;

    @TempDir
    Path folder;

    @BeforeAll
    static void ourOwnVendorIsPolled() throws Exception {
        try (SimulatorProcess simulator = SimulatorProcess.start("--circuits", "240", "--seed", "7")) {
            for (Dataset dataset : Dataset.values()) {
                List<JsonNode> rows = new ArrayList<>();
                for (String line : simulator.truth(Vendor.path(dataset)).toList()) {
                    rows.add(JSON.readTree(line));
                }
                LISTED.put(dataset, rows);
            }
            Map<String, String> settings = new HashMap<>(settings());
            settings.putAll(Map.of("port", "" + simulator.port(), "apiUsername", "vsat", "apiPassword", "secret"));
            try (MetVendor met = MetVendor.start(reference, settings)) {
                met.awaitPolls();
                for (Dataset dataset : Dataset.values()) {
                    STORED.put(dataset, met.rows(dataset));
                }
            }
        }
    }

    @Test
    void offsetAndLimitWithClientCredentials() throws Exception {
        try (OtherVendor vendor = new OffsetVendor(LISTED)) {
            assertTheSameRowsEndInTheStore(vendor);
        }
    }

    @Test
    void aCursorInTheBodySnakeCaseAndMilliseconds() throws Exception {
        try (OtherVendor vendor = new CursorVendor(LISTED)) {
            assertTheSameRowsEndInTheStore(vendor);
        }
    }

    @Test
    void theNextUrlInTheHeaderLinkBasicAndItemsAtTheTopLevel() throws Exception {
        try (OtherVendor vendor = new LinkVendor(LISTED)) {
            assertTheSameRowsEndInTheStore(vendor);
        }
    }

    @Test
    void rowsKeyedByIdNestedNamesAndNumbersAsTexts() throws Exception {
        try (OtherVendor vendor = new KeyedVendor(LISTED)) {
            assertTheSameRowsEndInTheStore(vendor);
        }
    }

    @Test
    void noTotalAnywhere() throws Exception {
        try (EndlessVendor vendor = new EndlessVendor(LISTED)) {
            assertTheSameRowsEndInTheStore(vendor);
            assertEquals(Dataset.values().length, vendor.emptyPages.size(), "each dataset ends with an empty page");
        }
    }

    @Test
    void errorsInsideGoodAnswersAndPagesForPeople() throws Exception {
        try (ErrorsVendor vendor = new ErrorsVendor(LISTED)) {
            assertTheSameRowsEndInTheStore(vendor);
            assertEquals(ErrorsVendor.planned(), vendor.met(), "all that was planned was met");
        }
    }

    private void assertTheSameRowsEndInTheStore(OtherVendor vendor) throws Exception {
        Path etc = Files.createDirectories(folder.resolve("etc"));
        try (InputStream profile = OtherVendorsIT.class.getResourceAsStream(vendor.profile())) {
            Files.copy(profile, etc.resolve(vendor.profile()));
        }
        Map<String, String> settings = new HashMap<>(settings());
        settings.putAll(Map.of(
                "port",
                "" + vendor.base().getPort(),
                "apiUsername",
                OtherVendor.USER,
                "apiPassword",
                OtherVendor.PASSWORD,
                "profile",
                vendor.profile()));
        try (MetVendor met = MetVendor.start(folder, settings)) {
            met.awaitPolls();
            for (Dataset dataset : Dataset.values()) {
                assertSame(dataset, STORED.get(dataset), met.rows(dataset), vendor.precision());
            }
        }
    }

    private static void assertSame(Dataset dataset, List<Row> expected, List<Row> actual, ChronoUnit precision)
            throws IOException {
        assertEquals(expected.size(), actual.size(), dataset + ": rows");
        for (int i = 0; i < expected.size(); i++) {
            Row row = actual.get(i);
            for (Column column : dataset.columns()) {
                assertEquals(
                        meant(expected.get(i).get(column.name()), precision),
                        meant(row.get(column.name()), precision),
                        dataset + " " + expected.get(i).key() + " " + column.name());
            }
            assertEquals(tree(expected.get(i).extraJson()), tree(row.extraJson()), row.key());
        }
    }

    /** Normalises a time to the vendor's precision. */
    private static Object meant(Object value, ChronoUnit precision) {
        return value instanceof TimeValue time ? time.instant().truncatedTo(precision) : value;
    }

    private static JsonNode tree(String json) throws IOException {
        return json == null ? null : JSON.readTree(json);
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of("host", "http://127.0.0.1"));
        for (Dataset dataset : Dataset.values()) {
            // the last page of the circuits is short, those of some others are full
            int size = Math.max(1, LISTED.get(dataset).size() / PAGES) + (dataset == Dataset.CIRCUITS ? 1 : 0);
            settings.put(dataset.key() + ".itemsPerPage", "" + size);
        }
        return settings;
    }
}
