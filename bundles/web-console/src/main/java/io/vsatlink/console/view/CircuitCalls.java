/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Refusal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Returns a circuit with all related rows, as of one moment. */
public final class CircuitCalls implements Api {
    private final Ports ports;

    public CircuitCalls(Ports ports) {
        this.ports = ports;
    }

    @Override
    public Map<String, Answer> answers() {
        return Map.of("GET /circuit", this::circuit);
    }

    /** The rows, by the key of their dataset. */
    private Object circuit(Call call) throws Refusal {
        String key = call.parameter("key");
        String element = call.parameter("element");
        try (Snapshot snapshot = ports.store().snapshot(element)) {
            Row circuit = snapshot.row(Dataset.CIRCUITS, key)
                    .orElseThrow(() -> new Refusal(404, "There is no circuit " + key + "."));
            Map<String, List<RowShown>> shown = new LinkedHashMap<>();
            related(snapshot, circuit).forEach((dataset, rows) -> {
                AddedColumns added = ports.added(element, dataset);
                shown.put(
                        dataset.key(),
                        rows.stream().map(row -> RowShown.of(row, added)).toList());
            });
            return shown;
        }
    }

    private static Map<Dataset, List<Row>> related(Snapshot snapshot, Row circuit) {
        Map<Dataset, List<Row>> related = new LinkedHashMap<>();
        String location = circuit.text("locationId");
        related.put(Dataset.CIRCUITS, List.of(circuit));
        related.put(Dataset.CUSTOMERS, byKey(snapshot, Dataset.CUSTOMERS, circuit.text("customerNumber")));
        related.put(Dataset.LOCATIONS, byKey(snapshot, Dataset.LOCATIONS, location));
        related.put(Dataset.DEVICES, ofCircuit(snapshot, Dataset.DEVICES, circuit));
        List<Row> outageContacts = ofCircuit(snapshot, Dataset.OUTAGE_CONTACTS, circuit);
        related.put(Dataset.OUTAGE_CONTACTS, outageContacts);
        related.put(Dataset.CONTACT_INFO, contacts(snapshot, outageContacts, location));
        related.put(Dataset.LOCATION_EQUIPMENTS, find(snapshot, Dataset.LOCATION_EQUIPMENTS, "locationId", location));
        related.put(Dataset.ESP_PIRS, ofCircuit(snapshot, Dataset.ESP_PIRS, circuit));
        return related;
    }

    /** Returns the people whom an outage contact names, followed by those of the location. */
    private static List<Row> contacts(Snapshot snapshot, List<Row> outageContacts, String location) {
        Set<String> named = outageContacts.stream()
                .map(row -> row.text("contactId"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Stream.concat(
                        find(snapshot, Dataset.CONTACT_INFO, "contactId", named).stream(),
                        find(snapshot, Dataset.CONTACT_INFO, "locationId", location).stream())
                .distinct()
                .toList();
    }

    private static List<Row> ofCircuit(Snapshot snapshot, Dataset dataset, Row circuit) {
        return find(snapshot, dataset, "circuitId", circuit.key());
    }

    private static List<Row> byKey(Snapshot snapshot, Dataset dataset, String key) {
        return find(snapshot, dataset, dataset.keyColumn().name(), key);
    }

    private static List<Row> find(Snapshot snapshot, Dataset dataset, String column, String value) {
        return find(snapshot, dataset, column, value == null ? Set.of() : Set.of(value));
    }

    private static List<Row> find(Snapshot snapshot, Dataset dataset, String column, Collection<String> values) {
        return snapshot.find(dataset, column, values);
    }
}
