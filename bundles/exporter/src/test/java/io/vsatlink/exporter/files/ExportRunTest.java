/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CONTACT_INFO;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.dataset.Dataset.ESP_PIRS;
import static io.vsatlink.api.dataset.Dataset.LOCATIONS;
import static io.vsatlink.api.dataset.Dataset.OUTAGE_CONTACTS;
import static io.vsatlink.api.store.Rows.circuits;
import static io.vsatlink.api.store.Rows.full;
import static io.vsatlink.api.store.Rows.row;
import static io.vsatlink.exporter.files.Format.CSV;
import static io.vsatlink.exporter.files.Format.JSONL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.exporter.SampleElement;
import io.vsatlink.exporter.SampleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportRunTest {
    private static final List<String> FILES = List.of(
            "circuits.csv",
            "customers.csv",
            "locations.csv",
            "devices.csv",
            "contact-info.csv",
            "outage-contacts.csv",
            "location-equipments.csv",
            "esp-pirs.csv",
            "inventory.json");

    @TempDir
    private Path directory;

    private final SampleElement element = new SampleElement();
    private final SampleStore store = new SampleStore();
    private Layout layout = new Layout(Set.of(CSV), true, Readers.OWNER);

    @Test
    void theManifestVouchesForEveryFile() throws Exception {
        store.publish(CIRCUITS, circuits(0, 1_000, 1))
                .publish(CIRCUITS, circuits(0, 1_001, 1))
                .publish(CUSTOMERS, full(CUSTOMERS, "1", 1));
        export();

        assertThat(contents().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(FILES.stream(), Stream.of("manifest.json"))
                        .toList());
        JsonNode manifest = manifest();
        assertThat(manifest.get("element").asText()).isEqualTo("uat");
        assertThat(manifest.get("exportedAt").asText()).isEqualTo("2026-11-21T05:06:07Z");
        assertThat(manifest.get("files"))
                .extracting(file -> file.get("name").asText())
                .isEqualTo(FILES);
        for (JsonNode file : manifest.get("files")) {
            byte[] content =
                    Files.readAllBytes(directory.resolve(file.get("name").asText()));
            assertThat(file.get("bytes").asLong()).isEqualTo(content.length);
            assertThat(file.get("sha256").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }
        assertThat(line("circuits.csv").get("rows").asLong()).isEqualTo(1_001);
        assertThat(line("customers.csv").get("rows").asLong()).isEqualTo(1);
        assertThat(line("devices.csv").get("rows").asLong()).isZero();
        assertThat(line("inventory.json").get("rows").asLong()).isEqualTo(1_001);
    }

    @Test
    void theManifestTellsHowFarEachDatasetIsToBeTrusted() throws IOException {
        for (Dataset dataset : List.of(CIRCUITS, CUSTOMERS, CONTACT_INFO, DEVICES, ESP_PIRS)) {
            store.publish(dataset, full(dataset, "1", 1));
        }
        store.publish(CIRCUITS, full(CIRCUITS, "1", 2));
        element.set(CUSTOMERS, true, PollStatus.FAILED, PollOutcome.FAILED)
                .set(CONTACT_INFO, true, PollStatus.HELD, PollOutcome.HELD)
                .set(DEVICES, false, PollStatus.DISABLED, PollOutcome.SUCCEEDED)
                .set(LOCATIONS, true, PollStatus.NOT_POLLED, null)
                .set(OUTAGE_CONTACTS, false, PollStatus.DISABLED, null)
                .set(ESP_PIRS, true, PollStatus.SUCCEEDED, PollOutcome.CANCELLED);
        export();

        Map<String, String> told = new HashMap<>();
        manifest()
                .get("files")
                .forEach(file -> told.put(
                        file.get("name").asText(),
                        "%s %s %s %s"
                                .formatted(
                                        file.path("dataset").asText(),
                                        file.path("generation").asText(),
                                        file.path("polledAt").asText(),
                                        file.path("state").asText())));
        assertThat(told)
                .containsEntry("circuits.csv", "circuits 2 2026-11-21T01:00:00Z complete")
                .containsEntry("customers.csv", "customers 1 2026-11-21T01:00:00Z stale")
                .containsEntry("contact-info.csv", "contactInfo 1 2026-11-21T01:00:00Z stale")
                .containsEntry("devices.csv", "devices 1 2026-11-21T01:00:00Z disabled")
                .containsEntry("locations.csv", "locations null null never")
                .containsEntry("outage-contacts.csv", "outageContacts null null disabled")
                .containsEntry("esp-pirs.csv", "espPirs 1 2026-11-21T01:00:00Z stale");
        assertThat(line("inventory.json").fieldNames()).toIterable().containsExactly("name", "rows", "bytes", "sha256");
    }

    @Test
    void theManifestSaysWhenADatasetWasLastReadAsAWhole() throws IOException {
        store.publish(CIRCUITS, circuits(0, 3, 1));
        store.change(CIRCUITS, full(CIRCUITS, "1", 2));
        Manifest returned = export();
        JsonNode circuits = line("circuits.csv");
        assertThat(circuits.get("rows").asLong()).isEqualTo(4);
        assertThat(circuits.get("polledAt").asText()).isEqualTo("2026-11-21T02:00:00Z");
        assertThat(circuits.get("fullPolledAt").asText()).isEqualTo("2026-11-21T01:00:00Z");
        assertThat(line("customers.csv").get("fullPolledAt").isNull()).isTrue();
        assertThat(Manifest.read(directory)).contains(returned);
    }

    @Test
    void theManifestThatIsReturnedIsTheOneOnTheDisk() throws IOException {
        store.publish(CIRCUITS, circuits(0, 3, 1));
        assertThat(Manifest.read(directory)).isEmpty();
        Manifest returned = export();
        assertThat(Manifest.read(directory)).contains(returned);
        assertThat(returned.rows()).isEqualTo(3);
    }

    @Test
    void aSetIsCurrentUntilTheStoreHasANewerGeneration() throws IOException {
        store.publish(CIRCUITS, circuits(0, 3, 1));
        Manifest manifest = export();
        assertThat(manifest.isAtCurrentGenerations("uat", store)).isTrue();
        store.publish(DEVICES);
        assertThat(manifest.isAtCurrentGenerations("uat", store)).isFalse();
    }

    @Test
    void theSetOfAnotherElementIsNotCurrent() {
        assertThat(new Manifest("uat", Instant.EPOCH, List.of()).isAtCurrentGenerations("production", store))
                .isFalse();
    }

    @Test
    void aManifestThatMissesADatasetIsNotCurrent() {
        Manifest empty = new Manifest("uat", Instant.EPOCH, List.of());
        assertThat(empty.isAtCurrentGenerations("uat", store)).isTrue();
        store.publish(CIRCUITS, circuits(0, 3, 1));
        assertThat(empty.isAtCurrentGenerations("uat", store)).isFalse();
    }

    @Test
    void aSecondExportReplacesTheWholeSet() throws IOException {
        store.publish(CIRCUITS, circuits(0, 300, 1));
        export();
        store.publish(CIRCUITS, circuits(0, 2, 1));
        export();
        assertThat(line("circuits.csv").get("rows").asLong()).isEqualTo(2);
        assertThat(new ManifestCheck(directory).problems()).isEmpty();
        assertThat(contents()).hasSize(10);
    }

    @Test
    void halfASurrogatePairInAnyDatasetFailsNoExport() throws IOException {
        layout = new Layout(Set.of(CSV, JSONL), true, Readers.OWNER);
        for (Dataset dataset : Dataset.values()) {
            Object[] odd = row(dataset, "K\ud83d").values().toArray();
            for (int i = 0; i < odd.length; i++) {
                odd[i] = switch (dataset.columns().get(i).type()) {
                    case TEXT -> "K\ud83d";
                    case OBJECTS -> "[{\"\udc00\":\"\ud83d\"}]";
                    default -> null;
                };
            }
            store.publish(dataset, new Row(dataset, Arrays.asList(odd), "{\"\ud83d\":\"\udc00\"}"));
        }
        assertThat(export().rows()).isEqualTo(8);
        assertThat(new ManifestCheck(directory).problems()).isEmpty();
        JsonNode record = new ObjectMapper()
                .readTree(directory.resolve("inventory.json").toFile())
                .at("/records/0");
        assertThat(record.get("customerName").asText()).isEqualTo("K\ud83d");
        assertThat(record.at("/devices/0/model").asText()).isEqualTo("K\ud83d");
    }

    @Test
    void aStoreThatFailsAtTheFifthDatasetLeavesTheOldSetByteForByte() throws IOException {
        store.publish(CIRCUITS, circuits(0, 300, 1));
        export();
        Files.writeString(directory.resolve("report.csv"), "theirs");
        Map<String, String> before = contents();

        store.publish(CIRCUITS, circuits(0, 400, 2));
        store.beforeRows(dataset -> {
            if (dataset == CONTACT_INFO) {
                assertThat(contents()).hasSizeGreaterThan(before.size()).containsAllEntriesOf(before);
                throw new StoreException("the database is gone");
            }
        });
        assertThatThrownBy(this::export).isInstanceOf(StoreException.class).hasMessage("the database is gone");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aGenerationThatCannotBeReadAsAWholeIsNotExported() throws IOException {
        store.publish(CIRCUITS, circuits(0, 300, 1)).publish(CUSTOMERS, full(CUSTOMERS, "1", 1));
        export();
        Map<String, String> before = contents();
        store.publish(CIRCUITS, circuits(0, 400, 2));
        store.loseARowOf(CIRCUITS);
        assertThatThrownBy(this::export)
                .isInstanceOf(StoreException.class)
                .hasMessage("circuits: generation 2 has 400 rows, but only 399 could be read");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aStoreThatFailsDuringTheFirstExportLeavesNothing() {
        store.beforeRows(dataset -> {
            throw new StoreException("the database is gone");
        });
        assertThatThrownBy(this::export).isInstanceOf(StoreException.class);
        assertThat(contents()).isEmpty();
    }

    @Test
    void theManifestAppearsAfterAllOthers() throws IOException {
        Files.createDirectories(directory.resolve("inventory.json/in the way"));
        assertThatThrownBy(this::export).isInstanceOf(IOException.class);
        assertThat(contents().keySet()).containsExactlyInAnyOrderElementsOf(FILES.subList(0, 8));
    }

    @Test
    void aFailureBetweenTwoRenamesSaysThatTheSetIsMixed() throws IOException {
        Files.createDirectories(directory.resolve("customers.csv/in the way"));
        assertThatThrownBy(this::export).isInstanceOfSatisfying(PublishException.class, e -> assertThat(e.consequence())
                .isEqualTo("some files are new and some are of the previous export; export:verify fails until an"
                        + " export succeeds"));
    }

    @Test
    void filesOfAFormatThatIsNoLongerWantedAreRemoved() throws IOException {
        layout = new Layout(Set.of(CSV, JSONL), true, Readers.OWNER);
        store.publish(CIRCUITS, circuits(0, 3, 1));
        Manifest both = export();
        assertThat(contents()).hasSize(8 + 8 + 2);
        assertThat(both.rows()).as("each dataset once").isEqualTo(3);
        assertThat(both.isLaidOut(layout)).isTrue();

        layout = new Layout(Set.of(JSONL), true, Readers.OWNER);
        assertThat(both.isLaidOut(layout)).isFalse();
        export();
        assertThat(contents().keySet())
                .hasSize(8 + 2)
                .contains("circuits.jsonl", "inventory.json")
                .noneMatch(name -> name.endsWith(".csv"));
        assertThat(new ManifestCheck(directory).problems()).isEmpty();
    }

    @Test
    void whatTheManifestBeforeDidNotListIsNeverRemoved() throws IOException {
        export();
        Path manifest = directory.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("\"devices.csv\"", "\"report.csv\"")
                        .replace("\"esp-pirs.csv\"", "\"../outside.csv\""));
        Files.writeString(directory.resolve("report.csv"), "listed, and still theirs");
        Path outside = Files.writeString(directory.resolveSibling("outside.csv"), "theirs");
        Files.createDirectory(directory.resolve("customers.csv.d"));

        layout = new Layout(Set.of(JSONL), true, Readers.OWNER);
        export();
        assertThat(contents().keySet())
                .contains("report.csv", "devices.csv", "esp-pirs.csv")
                .doesNotContain("circuits.csv", "customers.csv");
        assertThat(outside).exists();
        Files.delete(outside);
    }

    @Test
    void oldFilesStayUntilTheNewManifestIsInPlace() throws IOException {
        export();
        Map<String, String> before = contents();
        Files.createDirectories(directory.resolve("inventory.jsonl"));
        layout = new Layout(Set.of(JSONL), true, Readers.OWNER);
        store.beforeRows(dataset -> {
            throw new StoreException("the database is gone");
        });
        assertThatThrownBy(this::export).isInstanceOf(StoreException.class);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void noMomentBetweenTwoRenamesPassesForOneSet() throws IOException {
        Path moment = Files.createDirectory(directory.resolve("moment"));
        for (Dataset dataset : Dataset.values()) {
            store.publish(dataset, full(dataset, "1", 1));
        }
        export();
        Map<String, String> old = contents();
        for (Dataset dataset : Dataset.values()) {
            store.publish(dataset, full(dataset, "1", 2));
        }
        export();
        Map<String, String> now = contents();

        for (int renamed = 0; renamed <= FILES.size(); renamed++) {
            for (String name : old.keySet()) {
                boolean isNew = FILES.subList(0, renamed).contains(name);
                Files.writeString(moment.resolve(name), (isNew ? now : old).get(name));
            }
            assertThat(new ManifestCheck(moment).problems())
                    .as("after %d renames", renamed)
                    .hasSize(renamed);
        }
        Files.writeString(moment.resolve("manifest.json"), now.get("manifest.json"));
        assertThat(new ManifestCheck(moment).problems()).isEmpty();
    }

    @Test
    void whatIsPublishedMeanwhileIsNotInTheSet() throws IOException {
        store.publish(CIRCUITS, circuits(0, 3, 1)).publish(ESP_PIRS, full(ESP_PIRS, "1", 1));
        store.beforeRows(dataset -> {
            if (dataset == CUSTOMERS) {
                Arrays.stream(Dataset.values()).forEach(store::publish);
            }
        });
        Manifest manifest = export();
        assertThat(manifest.files())
                .extracting(Manifest.Entry::rows)
                .containsExactly(3L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 3L);
        assertThat(manifest.isAtCurrentGenerations("uat", store)).isFalse();
    }

    private Manifest export() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T05:06:07.890Z"), ZoneOffset.UTC);
        try (OpenDirectory open = OpenDirectory.at(directory.toRealPath())) {
            return new ExportRun(element, store, clock).into(open, layout, () -> {});
        }
    }

    private JsonNode manifest() throws IOException {
        return new ObjectMapper().readTree(directory.resolve("manifest.json").toFile());
    }

    private JsonNode line(String name) throws IOException {
        for (JsonNode file : manifest().get("files")) {
            if (file.get("name").asText().equals(name)) {
                return file;
            }
        }
        throw new AssertionError("the manifest has no " + name);
    }

    /** Every regular file of the directory, temporary ones included. */
    private Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        for (String name : directory.toFile().list()) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file)) {
                try {
                    contents.put(name, Files.readString(file));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return contents;
    }
}
