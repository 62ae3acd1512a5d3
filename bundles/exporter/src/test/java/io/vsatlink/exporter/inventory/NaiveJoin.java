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

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The inventory by full scans, record for record as its description reads: slow, and sharing nothing with ours. */
final class NaiveJoin {
    private final Map<Dataset, List<Row>> network;

    private NaiveJoin(Map<Dataset, List<Row>> network) {
        this.network = network;
    }

    static Map<String, Object> of(Map<Dataset, List<Row>> network) {
        NaiveJoin join = new NaiveJoin(network);
        return Map.of(
                "records",
                network.get(CIRCUITS).stream()
                        .sorted(Comparator.comparing(row -> row.text("circuitId")))
                        .map(join::record)
                        .toList());
    }

    private Map<String, Object> record(Row circuit) {
        String id = circuit.text("circuitId");
        String place = circuit.text("locationId");
        List<Row> devices = having(DEVICES, "circuitId", id);
        Map<String, Object> record = new LinkedHashMap<>();
        copy(record, List.of(circuit), "circuitAlias", "circuitId", "status");
        copy(record, having(LOCATIONS, "locationId", place), "country", "espLocationName", "streetAddress1", "city");
        copy(
                record,
                having(CUSTOMERS, "customerNumber", circuit.text("customerNumber")),
                "customerName",
                "espCustomerShortName");
        record.put(
                "dnsEntityNames",
                Stream.concat(Stream.of(circuit), devices.stream())
                        .map(row -> row.text("dnsEntityName"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        record.put("contactInfos", objects(contacts(id, place), "name", "telephone", "email"));
        record.put("devices", objects(devices, "type", "device", "model", "isDeIce"));
        record.put("locationEquipments", objects(having(LOCATION_EQUIPMENTS, "locationId", place)));
        record.put("espPirs", objects(having(ESP_PIRS, "circuitId", id)));
        return record;
    }

    private List<Row> contacts(String circuitId, String locationId) {
        List<Row> outage = new ArrayList<>(having(OUTAGE_CONTACTS, "circuitId", circuitId));
        outage.sort(Comparator.comparingLong(
                row -> row.get("priority") == null ? Long.MAX_VALUE : (Long) row.get("priority")));
        return Stream.concat(
                        outage.stream()
                                .flatMap(row -> having(CONTACT_INFO, "contactId", row.text("contactId")).stream()),
                        having(CONTACT_INFO, "locationId", locationId).stream())
                .distinct()
                .toList();
    }

    private List<Row> having(Dataset dataset, String column, String value) {
        return network.get(dataset).stream()
                .filter(row -> value != null && value.equals(row.text(column)))
                .sorted(Comparator.comparing(Row::key))
                .toList();
    }

    private static List<Map<String, Object>> objects(List<Row> rows, String... columns) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    String[] all =
                            row.listing().columns().stream().map(Column::name).toArray(String[]::new);
                    copy(object, List.of(row), columns.length == 0 ? all : columns);
                    return object;
                })
                .toList();
    }

    private static void copy(Map<String, Object> record, List<Row> rows, String... columns) {
        for (String column : columns) {
            Object value = rows.isEmpty() ? null : rows.get(0).get(column);
            record.put(column, value instanceof TimeValue time ? time.text() : value);
        }
    }
}
