/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facts that the VSAT database has about a circuit and that a ticket has fields for. They come from the provisioning
 * element that the tickets belong to, and only while it exists: the database keeps the rows of a removed element, which are
 * no longer updated. Thread-safe.
 */
public final class CircuitFacts {
    private static final Logger LOG = LoggerFactory.getLogger(CircuitFacts.class);

    /** Circuits with a lower tier are not monitored for trouble tickets. */
    private static final long LOWEST_MONITORED_TIER = 2;

    private final VsatStore store;
    private final Supplier<String> element;

    /** @param element the name of the provisioning element that the tickets belong to; empty if there is none */
    public CircuitFacts(VsatStore store, Supplier<String> element) {
        this.store = store;
        this.element = element;
    }

    /**
     * @param fields of a ticket, by name; only known ones
     * @param unmonitored why the circuit is not monitored, as the end of a sentence; empty if it is monitored or this is
     *     unknown
     */
    record Facts(Map<String, String> fields, String unmonitored) {
        static final Facts NONE = new Facts(Map.of(), "");
    }

    /** Never fails: a ticket must not be delayed by optional information. */
    Facts of(String circuitId) {
        String provisioning = element.get();
        if (provisioning.isEmpty()) {
            return Facts.NONE;
        }
        try (Snapshot snapshot = store.snapshot(provisioning)) {
            return snapshot.row(Dataset.CIRCUITS, circuitId)
                    .map(circuit -> facts(snapshot, circuit))
                    .orElse(Facts.NONE);
        } catch (StoreException e) {
            LOG.warn("A ticket for {} is sent without the data of the VSAT database: {}", circuitId, e.getMessage());
            return Facts.NONE;
        }
    }

    private static Facts facts(Snapshot snapshot, Row circuit) {
        Map<String, String> fields = new TreeMap<>();
        String customer = circuit.text("customerNumber");
        put(fields, "customerNumber", customer);
        row(snapshot, Dataset.CUSTOMERS, customer)
                .ifPresent(row -> put(fields, "customerName", row.text("customerName")));
        row(snapshot, Dataset.LOCATIONS, circuit.text("locationId"))
                .ifPresent(row -> put(fields, "locationName", row.text("espLocationName")));
        contact(snapshot, circuit.key()).ifPresent(row -> {
            put(fields, "contactName", row.text("name"));
            put(fields, "contactTelephone", row.text("telephone"));
            put(fields, "contactEmail", row.text("email"));
        });
        return new Facts(fields, unmonitored(circuit));
    }

    /** The outage contact with the highest priority whose contact details are stored. */
    private static Optional<Row> contact(Snapshot snapshot, String circuitId) {
        Comparator<Row> byPriority = Comparator.comparing(
                row -> (Long) row.get("priority"), Comparator.nullsLast(Comparator.naturalOrder()));
        return snapshot.find(Dataset.OUTAGE_CONTACTS, "circuitId", List.of(circuitId)).stream()
                .sorted(byPriority.thenComparing(Row::key))
                .flatMap(row -> row(snapshot, Dataset.CONTACT_INFO, row.text("contactId")).stream())
                .findFirst();
    }

    private static Optional<Row> row(Snapshot snapshot, Dataset dataset, String key) {
        return key == null ? Optional.empty() : snapshot.row(dataset, key);
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }

    private static String unmonitored(Row circuit) {
        Long tier = (Long) circuit.get("serviceTier");
        if (tier != null && tier < LOWEST_MONITORED_TIER) {
            return "its service tier is " + tier;
        }
        String status = circuit.text("nocStatus");
        return "Unmanaged".equalsIgnoreCase(status) ? "its NOC status is " + status : "";
    }
}
