/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.apis.MetVendor;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An OData v4 server, SAP CAP, as the inventory. The system property {@code circuits} says how many there are (4 800: all pages
 * are full, and the last one names another, which is empty).
 */
@ExtendWith(ProgramLogs.class)
@EnabledIfSystemProperty(
        named = "odata",
        matches = "true",
        disabledReason = "SAP CAP has a licence of its own; -Dodata=true installs it, see CONTRIBUTING.md")
class ODataCampaign {
    private static final String PROFILE = "odata.json";
    private static final List<Dataset> DATASETS = List.of(Dataset.CIRCUITS, Dataset.ESP_PIRS, Dataset.CUSTOMERS);

    private final int circuits = Integer.getInteger("circuits", 4_800);

    @TempDir
    Path folder;

    @Test
    void allPagesAreReadWhateverTheServerPutsOnOne() throws Exception {
        Profiles.put(folder, PROFILE);
        try (NodeProgram vendor = vendor();
                MetVendor met = Profiles.meet(folder, PROFILE, vendor.base(), DATASETS, Map.of())) {
            met.awaitPolls(DATASETS);
            assertEquals(
                    rows("VS%d", circuits, 1, i -> "A" + i + " " + i % 4 + " C" + (i % 7 + 1)),
                    stored(met, Dataset.CIRCUITS, "circuitAlias", "serviceTier", "customerNumber"));
            assertEquals(
                    rows("P%d", circuits, 3, i -> "VS" + i + " " + i * 64),
                    stored(met, Dataset.ESP_PIRS, "circuitId", "peakRateKbps"));
            assertEquals(
                    rows("C%d", circuits / 2, 1, i -> "Customer " + i), stored(met, Dataset.CUSTOMERS, "customerName"));
        }
    }

    /** {@code $top} limits the whole listing: the page is full, and names no next one. */
    @Test
    void aSizeThatLimitsTheWholeListingIsNoSuccess() throws Exception {
        Profiles.put(folder, PROFILE);
        Path profile = folder.resolve("etc").resolve(PROFILE);
        String wrong = Files.readString(profile)
                .replace("\"$count\": \"true\", \"$expand\": \"customer\"", "\"$expand\": \"customer\"")
                .replace(
                        "\"nextPointer\": \"/@odata.nextLink\", \"totalPointer\": \"/@odata.count\"",
                        "\"nextPointer\": \"/@odata.nextLink\", \"sizeParameter\": \"$top\"");
        Files.writeString(profile, wrong);
        try (NodeProgram vendor = vendor();
                MetVendor met = Profiles.meet(
                        folder,
                        PROFILE,
                        vendor.base(),
                        List.of(Dataset.CIRCUITS),
                        Map.of("circuits.itemsPerPage", "50"))) {
            Bean row = met.row(Dataset.CIRCUITS);
            Await.until(
                    "polled",
                    () -> row.exists() && List.of("Succeeded", "Failed").contains(row.text("Status")));
            assertEquals("Failed", row.text("Status"), row.text("Reason"));
            assertTrue(row.text("Reason").contains("nextPointer"), row.text("Reason"));
        }
    }

    private NodeProgram vendor() {
        return NodeProgram.start("odata", Path.of("server.cjs"), List.of(String.valueOf(circuits)));
    }

    private static Map<String, String> rows(String key, int last, int step, IntFunction<String> columns) {
        Map<String, String> rows = new TreeMap<>();
        IntStream.rangeClosed(1, last)
                .filter(i -> i % step == 0)
                .forEach(i -> rows.put(key.formatted(i), columns.apply(i)));
        return rows;
    }

    private static Map<String, String> stored(MetVendor met, Dataset dataset, String... columns) throws Exception {
        Map<String, String> rows = new TreeMap<>();
        met.rows(dataset)
                .forEach(row -> rows.put(
                        row.key(),
                        String.join(
                                " ",
                                List.of(columns).stream()
                                        .map(column -> String.valueOf(row.get(column)))
                                        .toList())));
        return rows;
    }
}
