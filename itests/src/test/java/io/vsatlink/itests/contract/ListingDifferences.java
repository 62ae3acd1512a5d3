/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static io.vsatlink.itests.contract.Differences.DATASET;
import static io.vsatlink.itests.contract.Differences.DOCUMENT;
import static io.vsatlink.itests.contract.Differences.PROFILE;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.contract.Profile.Listing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares one dataset: page requests, the structure around the rows, and the fields of rows. */
record ListingDifferences(Dataset dataset, Listing listing, OpenApi document, Differences differences) {

    void find() {
        Operation operation = document.operation("get", listing.path());
        parameters(operation.parameters("query"));
        envelope(operation.schema("200"));
        JsonNode items = document.at(operation.schema("200"), listing.profile().itemsPointer());
        JsonNode row = document.follow(items.path("items"));
        columns(row);
        key(row);
    }

    private void parameters(Map<String, JsonNode> query) {
        differences.names(where(), "parameter", PROFILE, listing.parameters(), DOCUMENT, query.keySet());
        JsonNode paging = listing.profile().paging();
        for (String name : List.of("pageParameter", "sizeParameter")) {
            JsonNode schema = query.get(paging.path(name).asText());
            if (schema != null) {
                ColumnType type = Types.of(schema, document);
                differences.values(
                        where(),
                        "parameter " + paging.path(name).asText(),
                        PROFILE,
                        ColumnType.INTEGER,
                        DOCUMENT,
                        type);
            }
        }
        JsonNode page = query.get(paging.path("pageParameter").asText());
        if (page != null) {
            int first = page.path("minimum").asInt(-1);
            differences.values(
                    where(), "the first page", PROFILE, paging.path("firstPage").asInt(), DOCUMENT, first);
        }
    }

    private void envelope(JsonNode page) {
        JsonNode paging = listing.profile().paging();
        Set<String> used = new TreeSet<>(Set.of(listing.profile().itemsPointer()));
        for (String name : List.of("totalPointer", "totalPagesPointer", "sizePointer")) {
            String pointer = paging.path(name).asText();
            used.add(pointer);
            ColumnType type = Types.of(document.at(page, pointer), document);
            differences.values(where(), pointer, PROFILE, ColumnType.INTEGER, DOCUMENT, type);
        }
        Set<String> told = pointers(page);
        // the response repeats the page number, which the profile does not use
        told.remove("/" + paging.path("pageParameter").asText());
        differences.names(where(), "place", PROFILE, used, DOCUMENT, told);
    }

    private void columns(JsonNode row) {
        Set<String> names = dataset.columns().stream().map(Column::name).collect(Collectors.toSet());
        differences.names(where(), "column", DATASET, names, PROFILE, listing.columns());
        differences.names(where(), "field", PROFILE, listing.pointers(), DOCUMENT, pointers(row));
        for (Column column : dataset.columns()) {
            String pointer = listing.pointer(column.name());
            if (pointers(row).contains(pointer)) {
                ColumnType type = Types.of(document.at(row, pointer), document);
                differences.values(where(), pointer, DATASET, column.type(), DOCUMENT, type);
            }
        }
    }

    /** Every row must have the key; all other fields may be null or missing. */
    private void key(JsonNode row) {
        String key = dataset.keyColumn().name();
        differences.values(where(), "the key", DATASET, key, PROFILE, listing.key());
        Set<String> required = new TreeSet<>();
        row.path("required").forEach(each -> required.add("/" + each.asText()));
        differences.values(where(), "what a row must have", PROFILE, Set.of(listing.pointer(key)), DOCUMENT, required);
        Set<String> never = document.fields(row).entrySet().stream()
                .filter(each -> !each.getValue().path("nullable").asBoolean())
                .map(each -> "/" + each.getKey())
                .collect(Collectors.toSet());
        differences.values(where(), "what is never null", PROFILE, Set.of(listing.pointer(key)), DOCUMENT, never);
    }

    private Set<String> pointers(JsonNode schema) {
        return document.fields(schema).keySet().stream()
                .map(name -> "/" + name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String where() {
        return dataset.key();
    }
}
