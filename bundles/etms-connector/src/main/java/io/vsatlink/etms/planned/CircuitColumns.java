/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.planned;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the VSAT database has about the circuit of a new ticket. Thread-safe. */
public final class CircuitColumns {
    private static final Logger LOG = LoggerFactory.getLogger(CircuitColumns.class);

    private final VsatStore store;
    private final Supplier<String> element;

    /** @param element the name of the provisioning element that the tickets belong to; empty if there is none */
    public CircuitColumns(VsatStore store, Supplier<String> element) {
        this.store = store;
        this.element = element;
    }

    /**
     * The columns of the circuit, and the ticket's own fields where the database has none. Never fails: a ticket is not lost
     * because of a window.
     */
    public Map<String, String> of(Map<String, String> ticket) {
        Map<String, String> columns = new TreeMap<>(ticket);
        String circuit = ticket.getOrDefault("circuitId", "");
        String provisioning = element.get();
        if (circuit.isEmpty() || provisioning.isEmpty()) {
            return columns;
        }
        try (Snapshot snapshot = store.snapshot(provisioning)) {
            snapshot.row(Dataset.CIRCUITS, circuit).ifPresent(row -> fill(columns, row));
        } catch (StoreException e) {
            LOG.warn("Planned work of {} is not known beyond its id: {}", circuit, e.getMessage());
        }
        return columns;
    }

    private static void fill(Map<String, String> columns, Row row) {
        for (Column column : Dataset.CIRCUITS.columns()) {
            String value = Objects.toString(row.get(column.name()), "");
            if (!value.isEmpty()) {
                columns.put(column.name(), value);
            }
        }
    }
}
