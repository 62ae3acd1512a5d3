/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.inventory;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CONTACT_INFO;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.dataset.Dataset.ESP_PIRS;
import static io.vsatlink.api.dataset.Dataset.LOCATIONS;
import static io.vsatlink.api.dataset.Dataset.LOCATION_EQUIPMENTS;
import static io.vsatlink.api.dataset.Dataset.OUTAGE_CONTACTS;
import static io.vsatlink.api.store.Rows.full;
import static io.vsatlink.api.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.exporter.SampleElement;
import io.vsatlink.exporter.SampleStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryContentTest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @TempDir
    private Path directory;

    private final SampleStore store = new SampleStore();

    @Test
    void joinsAllDatasetsAroundACircuit() throws IOException {
        TimeValue modified = Rows.time("2026-11-21T02:00:00+01:00");
        store.publish(
                        CIRCUITS,
                        row(
                                CIRCUITS,
                                "CIR-1",
                                "circuitAlias",
                                "Zürich 𝄞",
                                "status",
                                "Active",
                                "countryCode",
                                "XX",
                                "customerNumber",
                                "77",
                                "locationId",
                                "L-1",
                                "dnsEntityName",
                                "dns-c"))
                .publish(
                        CUSTOMERS,
                        row(CUSTOMERS, "77", "customerName", "Acme", "espCustomerShortName", "ACM"),
                        full(CUSTOMERS, "78", 1))
                .publish(
                        LOCATIONS,
                        row(
                                LOCATIONS,
                                "L-1",
                                "espLocationName",
                                "Mill",
                                "streetAddress1",
                                "1 Road",
                                "city",
                                "Zürich",
                                "country",
                                "Switzerland"))
                .publish(
                        DEVICES,
                        row(DEVICES, "D-1", "circuitId", "CIR-1", "type", "Modem", "dnsEntityName", "dns-d"),
                        row(
                                DEVICES,
                                "D-2",
                                "circuitId",
                                "CIR-1",
                                "type",
                                "Antenna",
                                "device",
                                "1.2 Meter \"Tier-3\"",
                                "model",
                                "M",
                                "isDeIce",
                                true,
                                "serialNumber",
                                "not shown",
                                "dnsEntityName",
                                "dns-c"),
                        row(DEVICES, "D-3", "circuitId", "CIR-2", "dnsEntityName", "dns-other"))
                .publish(
                        CONTACT_INFO,
                        row(CONTACT_INFO, "P-1", "name", "Ann", "telephone", "+41 1", "email", "a@x.example"),
                        row(CONTACT_INFO, "P-2", "name", "Bob", "locationId", "L-1"),
                        row(CONTACT_INFO, "P-3", "name", "Cy", "locationId", "L-1", "customerNumber", "77"),
                        row(CONTACT_INFO, "P-4", "name", "customer-wide", "customerNumber", "77"))
                .publish(
                        OUTAGE_CONTACTS,
                        row(OUTAGE_CONTACTS, "O-1", "circuitId", "CIR-1", "contactId", "P-3"),
                        row(OUTAGE_CONTACTS, "O-2", "circuitId", "CIR-1", "contactId", "P-1", "priority", 2L),
                        row(OUTAGE_CONTACTS, "O-3", "circuitId", "CIR-1", "contactId", "gone", "priority", 1L),
                        row(OUTAGE_CONTACTS, "O-4", "circuitId", "CIR-2", "contactId", "P-4", "priority", 1L))
                .publish(
                        LOCATION_EQUIPMENTS,
                        row(
                                LOCATION_EQUIPMENTS,
                                "E-1",
                                "locationId",
                                "L-1",
                                "type",
                                "UPS",
                                "quantity",
                                2L,
                                "lastModified",
                                modified))
                .publish(
                        ESP_PIRS,
                        row(ESP_PIRS, "R-1", "circuitId", "CIR-1", "vrf", "v", "peakRateKbps", 10_000_000_000L));

        assertThat(written())
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"records": [{
                                  "circuitAlias": "Zürich 𝄞", "circuitId": "CIR-1", "status": "Active",
                                  "country": "Switzerland", "customerName": "Acme", "espCustomerShortName": "ACM",
                                  "espLocationName": "Mill", "streetAddress1": "1 Road", "city": "Zürich",
                                  "dnsEntityNames": ["dns-c", "dns-d"],
                                  "contactInfos": [
                                    {"name": "Ann", "telephone": "+41 1", "email": "a@x.example"},
                                    {"name": "Cy", "telephone": null, "email": null},
                                    {"name": "Bob", "telephone": null, "email": null}],
                                  "devices": [
                                    {"type": "Modem", "device": null, "model": null, "isDeIce": null},
                                    {"type": "Antenna", "device": "1.2 Meter \\"Tier-3\\"", "model": "M", "isDeIce": true}],
                                  "locationEquipments": [
                                    {"equipmentId": "E-1", "locationId": "L-1", "type": "UPS", "device": null,
                                     "model": null, "serialNumber": null, "quantity": 2,
                                     "lastModified": "2026-11-21T02:00:00+01:00"}],
                                  "espPirs": [
                                    {"pirId": "R-1", "circuitId": "CIR-1", "vrf": "v", "teleport": null,
                                     "peakRateKbps": 10000000000, "committedRateKbps": null, "lastModified": null}]
                                }]}
                                """));
    }

    @Test
    void whatIsNotKnownIsNullOrAnEmptyList() throws IOException {
        store.publish(CIRCUITS, row(CIRCUITS, "A"), row(CIRCUITS, "B", "customerNumber", "?", "locationId", "?"))
                .publish(CONTACT_INFO, row(CONTACT_INFO, "P-1", "name", "belongs to no location"));
        String unknown =
                """
                {"circuitAlias": null, "circuitId": "%s", "status": null, "country": null, "customerName": null,
                 "espCustomerShortName": null, "espLocationName": null, "streetAddress1": null, "city": null,
                 "dnsEntityNames": [], "contactInfos": [], "devices": [], "locationEquipments": [], "espPirs": []}
                """;
        assertThat(written())
                .isEqualTo(JSON.readTree(
                        "{\"records\":[%s,%s]}".formatted(unknown.formatted("A"), unknown.formatted("B"))));
    }

    @Test
    void withoutCircuitsThereAreNoRecords() throws IOException {
        store.publish(DEVICES, full(DEVICES, "D", 1));
        assertThat(written()).isEqualTo(JSON.readTree("{\"records\":[]}"));
    }

    @Test
    void outageContactsOfOnePriorityKeepTheOrderOfTheirKeys() throws IOException {
        store.publish(CIRCUITS, row(CIRCUITS, "C"))
                .publish(
                        CONTACT_INFO,
                        row(CONTACT_INFO, "P-1", "name", "first"),
                        row(CONTACT_INFO, "P-2", "name", "second"),
                        row(CONTACT_INFO, "P-3", "name", "third"))
                .publish(
                        OUTAGE_CONTACTS,
                        row(OUTAGE_CONTACTS, "O-1", "circuitId", "C", "contactId", "P-2", "priority", 1L),
                        row(OUTAGE_CONTACTS, "O-2", "circuitId", "C", "contactId", "P-3", "priority", 1L),
                        row(OUTAGE_CONTACTS, "O-3", "circuitId", "C", "contactId", "P-1", "priority", 0L),
                        row(OUTAGE_CONTACTS, "O-4", "circuitId", "C", "contactId", "P-3", "priority", 9L));
        assertThat(written().at("/records/0/contactInfos"))
                .extracting(contact -> contact.get("name").asText())
                .containsExactly("first", "second", "third");
    }

    @Test
    void moreCircuitsThanABatchHoldsAreJoinedAsANaiveJoinDoes() throws IOException {
        Map<Dataset, List<Row>> network = network(1_201, new Random(42));
        network.forEach(store::publish);
        JsonNode written = written();
        assertThat(written.get("records")).hasSize(1_201);
        assertThat(written).isEqualTo(JSON.readTree(JSON.writeValueAsString(NaiveJoin.of(network))));
    }

    @Test
    void halfASurrogatePairIsKeptAndSpoilsNothing() throws IOException {
        store.publish(CIRCUITS, row(CIRCUITS, "C", "circuitAlias", "cut \uD83D", "status", "\uDE00 cut"));
        JsonNode record = written().at("/records/0");
        assertThat(record.get("circuitAlias").asText()).isEqualTo("cut \uD83D");
        assertThat(record.get("status").asText()).isEqualTo("\uDE00 cut");
    }

    private JsonNode written() throws IOException {
        Path file = directory.resolve("inventory.json");
        long records;
        try (Snapshot snapshot = store.snapshot(SampleElement.NAME);
                OutputStream out = Files.newOutputStream(file)) {
            records = new InventoryContent(snapshot).write(out);
            out.write('\n');
        }
        JsonNode written = JSON.readTree(Files.readString(file));
        assertThat(written.get("records")).hasSize((int) records);
        return written;
    }

    /** Rows that refer to each other by chance, sometimes to nothing. */
    private static Map<Dataset, List<Row>> network(int circuits, Random chance) {
        Map<Dataset, List<Row>> network = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            network.put(
                    dataset,
                    IntStream.range(0, circuits)
                            .mapToObj(i -> connected(full(dataset, key(dataset, i), i), circuits, chance))
                            .toList());
        }
        return network;
    }

    private static Row connected(Row row, int circuits, Random chance) {
        List<Object> values = new ArrayList<>(row.values());
        Map<String, Dataset> references = Map.of(
                "circuitId", CIRCUITS, "customerNumber", CUSTOMERS, "locationId", LOCATIONS, "contactId", CONTACT_INFO);
        references.forEach((column, target) -> {
            int place = row.listing().indexOf(column);
            if (place >= 0 && target != row.listing()) {
                int other = chance.nextInt(circuits / 2 + 20);
                values.set(place, other < 20 ? null : key(target, other * 3));
            }
        });
        int priority = row.listing().indexOf("priority");
        if (priority >= 0) {
            values.set(priority, chance.nextInt(4) == 0 ? null : (Long) chance.nextLong(3));
        }
        int name = row.listing().indexOf("dnsEntityName");
        if (name >= 0) {
            values.set(name, chance.nextInt(4) == 0 ? null : "dns-" + chance.nextInt(3));
        }
        return new Row(row.listing(), values, null);
    }

    private static String key(Dataset dataset, int number) {
        return "%s-%05d".formatted(dataset.key(), number);
    }
}
