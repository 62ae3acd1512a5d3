/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.kinds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A row. */
record Circuit(String id, String alias, int tier, String country, String ip, String changed) {

    /** A row; five in sequence are in one country. */
    static Circuit numbered(int number) {
        String alias = number % 7 == 0 ? "\"A\"; <b> & \nß" + number : "alias " + number;
        String ip = number % 5 == 0 ? "" : "10.0." + number / 250 + "." + number % 250;
        return new Circuit(
                "C%05d".formatted(number),
                alias,
                number % 4,
                number % 10 < 5 ? "BE" : "NL",
                ip,
                "2026-03-29T%02d:30:00Z".formatted(number % 24));
    }

    /** By the sites that they are at: neighbours in the list that are in one country. */
    static List<List<Circuit>> sites(List<Circuit> rows) {
        List<List<Circuit>> sites = new ArrayList<>();
        String country = "";
        for (Circuit row : rows) {
            if (!row.country().equals(country)) {
                sites.add(new ArrayList<>());
            }
            country = row.country();
            sites.get(sites.size() - 1).add(row);
        }
        return sites;
    }

    static ArrayNode array(List<Circuit> rows) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> array.add(row.json()));
        return array;
    }

    static ArrayNode arrayWithoutCountry(List<Circuit> rows) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> array.add(row.json().without("countryCode")));
        return array;
    }

    Circuit withId(String other) {
        return new Circuit(other, alias, tier, country, ip, changed);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("circuitId", id)
                .put("circuitAlias", alias)
                .put("serviceTier", tier)
                .put("countryCode", country)
                .put("managementIp", ip)
                .put("lastModified", changed);
    }
}
