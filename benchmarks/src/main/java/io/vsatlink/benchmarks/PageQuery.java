/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import java.util.List;
import java.util.stream.Collectors;

/** A page of circuits for a viewer: the web console's request, and equivalent SQL. */
public enum PageQuery {
    FILTERED(
            "filtered",
            "filter.status=inactive",
            "circuitAlias",
            "LOWER(status) LIKE '%inactive%'",
            "circuit_alias, circuit_id"),
    NEWEST_FIRST(
            "newest first",
            "filter.nms=pulse&filter.countryCode=us&descending=true",
            "lastModified",
            "LOWER(nms) LIKE '%pulse%' AND LOWER(country_code) LIKE '%us%'",
            "last_modified DESC, circuit_id DESC"),
    SEARCHED("searched", "search=dialog", "circuitAlias", anywhere("dialog"), "circuit_alias, circuit_id");

    private static final int ROWS = 50;

    final String title;
    private final String parameters;
    private final String sort;
    private final String condition;
    private final String order;

    PageQuery(String title, String parameters, String sort, String condition, String order) {
        this.title = title;
        this.parameters = parameters;
        this.sort = sort;
        this.condition = condition;
        this.order = order;
    }

    String path() {
        return "rows?element=" + Ours.ELEMENT + "&dataset=circuits&limit=" + ROWS + "&sort=" + sort + "&" + parameters;
    }

    /** Requests the rows after this one. */
    String beyond(JsonNode row) {
        int sorted = Dataset.CIRCUITS.indexOf(sort);
        return OurConsole.parameter("afterKey", row.get("key"))
                + OurConsole.parameter("afterValue", row.get("values").get(sorted));
    }

    /** For a table with one generation of one element, so that no condition is needed. */
    public String sql() {
        String columns =
                Dataset.CIRCUITS.columns().stream().map(Columns::sqlName).collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM circuits WHERE " + condition + " ORDER BY " + order + " FETCH FIRST " + ROWS
                + " ROWS ONLY";
    }

    /** A row of the page as a line of text. */
    public String line(int place, List<String> cells) {
        return title + " " + place + ": " + String.join("|", cells);
    }

    private static String anywhere(String text) {
        return Dataset.CIRCUITS.columns().stream()
                .filter(column -> column.type() == ColumnType.TEXT)
                .map(PageQuery::lowerCase)
                .map(column -> column + " LIKE '%" + text + "%'")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String lowerCase(Column column) {
        return "LOWER(" + Columns.sqlName(column) + ")";
    }
}
