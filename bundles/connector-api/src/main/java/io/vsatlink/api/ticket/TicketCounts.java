/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import java.util.EnumMap;
import java.util.Map;

/**
 * The number of tickets in the current generation.
 *
 * @param total all of them: the sum of the categories and the others
 * @param managed those that the automation identity created or owns
 * @param byCategory those of each category; all six are there
 * @param other those of no known category
 */
public record TicketCounts(long total, long managed, Map<TicketCategory, Long> byCategory, long other) {
    public static final TicketCounts NONE = new TicketCounts(0, 0, Map.of(), 0);

    public TicketCounts {
        Map<TicketCategory, Long> all = new EnumMap<>(TicketCategory.class);
        for (TicketCategory category : TicketCategory.values()) {
            all.put(category, byCategory.getOrDefault(category, 0L));
        }
        byCategory = Map.copyOf(all);
    }
}
