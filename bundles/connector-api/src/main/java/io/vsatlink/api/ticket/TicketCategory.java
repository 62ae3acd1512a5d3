/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The six categories that are counted by name. A ticket may have another, which is kept and counted as other. */
public enum TicketCategory {
    CIRCUIT_UP_DOWN("Circuit Up/Down"),
    CIRCUIT_PERFORMANCE("Circuit Performance"),
    CIRCUIT_NETWORK_CONNECTIVITY("Circuit Network Connectivity"),
    INFRASTRUCTURE_UP_DOWN("Infrastructure Up/Down"),
    INFRASTRUCTURE_PERFORMANCE("Infrastructure Performance"),
    INFRASTRUCTURE_NETWORK_CONNECTIVITY("Infrastructure Network Connectivity");

    private final String label;

    TicketCategory(String label) {
        this.label = label;
    }

    /** As the platform writes it. */
    public String label() {
        return label;
    }

    /** Whether its tickets are about a circuit, and not about what many circuits share. */
    public boolean aboutCircuit() {
        return label.startsWith("Circuit");
    }

    /** The category with exactly this label. */
    public static Optional<TicketCategory> labelled(String label) {
        return Arrays.stream(values())
                .filter(category -> category.label.equals(label))
                .findFirst();
    }

    /** The category with this name, ignoring case. */
    public static Optional<TicketCategory> named(String name) {
        return Arrays.stream(values())
                .filter(category -> category.label.equalsIgnoreCase(name))
                .findFirst();
    }

    /** All labels, for messages with the allowed values. */
    public static String allowedNames() {
        return Arrays.stream(values()).map(TicketCategory::label).collect(Collectors.joining(", "));
    }
}
