/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.apis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vendor fields that only a profile knows are columns of the exported files. */
class AddedColumnsIT {
    private static final Path BUILT_IN = Path.of(
            "../bundles/satprov-connector/src/main/resources/io/vsatlink/satprov/remote/satellite-provisioning.json");
    private static final String ADDED =
            """
            "circuitId": "/circuitId",
            "portalNote": {"pointer": "/portalNote", "type": "text"},
            "risk": {"pointer": "/riskScore", "type": "decimal"},""";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void whatTheProfileAddsIsAColumnAndTheRestStaysInExtra() throws Exception {
        Path data = folder;
        Path files = Files.createDirectories(data.resolve("files"));
        Path etc = Files.createDirectories(data.resolve("etc"));
        String profile = Files.readString(BUILT_IN).replaceFirst("\"circuitId\": \"/circuitId\",", ADDED);
        Files.writeString(etc.resolve("more.json"), profile);
        try (SimulatorProcess simulator = SimulatorProcess.start("--circuits", "300", "--seed", "7");
                FelixHost felix = FelixHost.start(
                        data,
                        Map.of(
                                "io.vsatlink.satprov~more",
                                Map.of(
                                        "host", "http://127.0.0.1",
                                        "port", "" + simulator.port(),
                                        "apiUsername", "vsat",
                                        "apiPassword", "secret",
                                        "profile", "more.json"),
                                "io.vsatlink.exporter~more",
                                Map.of("fileExportPath", files.toString(), "formats", "csv,jsonl")))) {
            assertTrue(felix.context().getBundles().length > 1);
            for (Dataset dataset : Dataset.values()) {
                Bean row = bean("type=Satprov,name=more,dataset=" + dataset.title());
                Await.until(
                        dataset + " is polled",
                        () -> row.exists() && row.text("Status").equals("Succeeded"));
            }
            Bean exporter = bean("type=Exporter,name=more");
            Await.until("there is an exporter", exporter::exists);
            String unused = exporter.call("exportNow");
            Await.until("exported", () -> !exporter.text("LastExported").isEmpty());

            Map<String, JsonNode> truth = new Vendor(simulator.port()).truth(Dataset.CIRCUITS);
            assertCsv(truth, files.resolve("circuits.csv"));
            assertLines(truth, files.resolve("circuits.jsonl"));
        }
    }

    private static void assertCsv(Map<String, JsonNode> truth, Path file) throws Exception {
        int told = 0;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord record : csv) {
                assertTrue(
                        record.getHeader().toString().endsWith("lastModified, portalNote, risk, extra]"),
                        record.getHeader().toString());
                JsonNode row = truth.get(record.getField("circuitId"));
                assertEquals(row.path("portalNote").asText(""), record.getField("portalNote"));
                String risk = record.getField("risk");
                assertEquals(row.path("riskScore").asDouble(-1), risk.isEmpty() ? -1 : Double.parseDouble(risk));
                String extra = record.getField("extra");
                assertEquals(rest(row), extra.isEmpty() ? null : JSON.readTree(extra));
                told += risk.isEmpty() ? 0 : 1;
            }
        }
        assertTrue(told > 0, "no row had a risk");
    }

    private static void assertLines(Map<String, JsonNode> truth, Path file) throws Exception {
        List<String> lines = Files.readAllLines(file);
        assertEquals(truth.size(), lines.size());
        for (String line : lines) {
            JsonNode told = JSON.readTree(line);
            JsonNode row = truth.get(told.get("circuitId").asText());
            assertEquals(row.path("portalNote"), told.path("portalNote"));
            assertEquals(row.path("riskScore").asDouble(-1), told.path("risk").asDouble(-1));
            assertEquals(rest(row), told.get("extra"));
        }
    }

    /** The fields for which neither the dataset nor the profile has a column. */
    private static JsonNode rest(JsonNode row) {
        ObjectNode rest = row.deepCopy();
        Dataset.CIRCUITS.columns().forEach(column -> rest.remove(column.name()));
        rest.remove(List.of("portalNote", "riskScore"));
        return rest.isEmpty() ? null : rest;
    }

    private static Bean bean(String keys) throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), keys);
    }
}
