/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.inventory;

import static io.vsatlink.api.dataset.Dataset.CONTACT_INFO;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static io.vsatlink.api.dataset.Dataset.DEVICES;
import static io.vsatlink.api.dataset.Dataset.ESP_PIRS;
import static io.vsatlink.api.dataset.Dataset.LOCATIONS;
import static io.vsatlink.api.dataset.Dataset.LOCATION_EQUIPMENTS;
import static io.vsatlink.api.dataset.Dataset.OUTAGE_CONTACTS;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Some circuits and all that belongs to them, read with a handful of look-ups. */
final class InventoryBatch {
    private static final Comparator<Row> BY_PRIORITY =
            Comparator.comparing(row -> (Long) row.get("priority"), Comparator.nullsLast(Comparator.naturalOrder()));

    private final Related customers;
    private final Related locations;
    private final Related devices;
    private final Related outageContacts;
    private final Related contacts;
    private final Related contactsOfLocations;
    private final Related equipments;
    private final Related pirs;

    InventoryBatch(Snapshot snapshot, List<Row> circuits) {
        customers = Related.find(
                snapshot, CUSTOMERS, "customerNumber", circuits.stream().map(row -> row.text("customerNumber")));
        locations = Related.find(
                snapshot, LOCATIONS, "locationId", circuits.stream().map(row -> row.text("locationId")));
        devices = Related.find(snapshot, DEVICES, "circuitId", circuits.stream().map(Row::key));
        outageContacts = Related.find(
                snapshot, OUTAGE_CONTACTS, "circuitId", circuits.stream().map(Row::key));
        contacts = Related.find(
                snapshot, CONTACT_INFO, "contactId", outageContacts.stream().map(row -> row.text("contactId")));
        contactsOfLocations = Related.find(
                snapshot, CONTACT_INFO, "locationId", circuits.stream().map(row -> row.text("locationId")));
        equipments = Related.find(
                snapshot, LOCATION_EQUIPMENTS, "locationId", circuits.stream().map(row -> row.text("locationId")));
        pirs = Related.find(snapshot, ESP_PIRS, "circuitId", circuits.stream().map(Row::key));
    }

    /** The circuit's customer, null where it is not known. */
    Row customer(Row circuit) {
        return customers.one(circuit.text("customerNumber"));
    }

    /** The circuit's location, null where it is not known. */
    Row location(Row circuit) {
        return locations.one(circuit.text("locationId"));
    }

    List<Row> devices(Row circuit) {
        return devices.all(circuit.key());
    }

    List<Row> equipments(Row circuit) {
        return equipments.all(circuit.text("locationId"));
    }

    List<Row> pirs(Row circuit) {
        return pirs.all(circuit.key());
    }

    /** The circuit's name, then its devices', each once. */
    Set<String> dnsEntityNames(Row circuit) {
        Set<String> names = new LinkedHashSet<>();
        names.add(circuit.text("dnsEntityName"));
        devices(circuit).forEach(device -> names.add(device.text("dnsEntityName")));
        names.removeIf(name -> name == null || name.isEmpty());
        return names;
    }

    /** The circuit's outage contacts by priority, then the contacts of its location, each once. */
    Collection<Row> contacts(Row circuit) {
        Map<String, Row> chosen = new LinkedHashMap<>();
        outageContacts.all(circuit.key()).stream()
                .sorted(BY_PRIORITY)
                .map(row -> contacts.one(row.text("contactId")))
                .filter(contact -> contact != null)
                .forEach(contact -> chosen.putIfAbsent(contact.key(), contact));
        contactsOfLocations
                .all(circuit.text("locationId"))
                .forEach(contact -> chosen.putIfAbsent(contact.key(), contact));
        return chosen.values();
    }
}
