/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Vendor;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a fault occurs.
 *
 * @param page counted from 1
 * @param pageSize chosen so that every page is full
 */
record Position(Dataset dataset, int page, int pageSize) {
    static final int CIRCUITS = 1000;
    private static final int CIRCUIT_PAGES = 8;
    private static final int OTHER_PAGES = 4;

    /** The first, a middle and the last page of circuits, and a page of each other dataset. */
    static List<Position> all() {
        List<Position> all = new ArrayList<>();
        for (int page : new int[] {1, 4, CIRCUIT_PAGES}) {
            all.add(new Position(Dataset.CIRCUITS, page, pageSize(Dataset.CIRCUITS)));
        }
        for (Dataset dataset : Dataset.values()) {
            if (dataset != Dataset.CIRCUITS) {
                all.add(new Position(dataset, 3, pageSize(dataset)));
            }
        }
        return all;
    }

    static int pageSize(Dataset dataset) {
        return switch (dataset) {
            case CIRCUITS -> CIRCUITS / CIRCUIT_PAGES;
            case CUSTOMERS -> CIRCUITS / 50 / OTHER_PAGES;
            case LOCATIONS -> CIRCUITS * 4 / 5 / OTHER_PAGES;
            case DEVICES -> CIRCUITS * 3 / OTHER_PAGES;
            case CONTACT_INFO -> CIRCUITS / 2 / OTHER_PAGES;
            case OUTAGE_CONTACTS -> CIRCUITS * 3 / 2 / OTHER_PAGES;
            case LOCATION_EQUIPMENTS -> CIRCUITS * 3 / 5 / OTHER_PAGES;
            case ESP_PIRS -> CIRCUITS / OTHER_PAGES;
        };
    }

    /** A text column other than the key. */
    String textField() {
        return dataset.columns().stream()
                .filter(column -> column.type() == ColumnType.TEXT && !column.equals(dataset.keyColumn()))
                .map(Column::name)
                .findFirst()
                .orElseThrow();
    }

    /** Replaces the placeholders in a fault's rules with this position's names. */
    String place(String rules) {
        return rules.replace('\'', '"')
                .replace("{path}", Vendor.path(dataset))
                .replace("{page}", String.valueOf(page))
                .replace("{key}", dataset.keyColumn().name())
                .replace("{text}", textField());
    }

    @Override
    public String toString() {
        return "page " + page + " of " + dataset.key();
    }
}
