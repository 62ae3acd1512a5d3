/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.draft.column.KeyGuess;
import io.vsatlink.remote.draft.column.NestedRows;
import io.vsatlink.remote.draft.paging.PageFacts;
import io.vsatlink.remote.draft.sample.Fields;
import io.vsatlink.remote.draft.sample.OpenApi;
import io.vsatlink.remote.draft.sample.OpenApi.Operation;
import io.vsatlink.remote.draft.sample.Operations;
import io.vsatlink.remote.draft.sample.Rows;
import io.vsatlink.remote.draft.sample.SavedAnswer;
import io.vsatlink.remote.draft.text.DraftText;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts the listings of one profile in order. Not thread-safe. */
final class ListingDrafts {
    private final OpenApi api;
    private final DraftText text = new DraftText();
    private final List<Fields> saved = new ArrayList<>();
    /** The pointers of keys in the rows, by the file of the responses and then by column name. */
    private final Map<String, Map<String, String>> keys = new HashMap<>();

    /** @param api null for none */
    ListingDrafts(OpenApi api) {
        this.api = api;
    }

    DraftText text() {
        return text;
    }

    /** The fields of the vendor's own rows, without those of a description. */
    List<Fields> saved() {
        return saved;
    }

    /** @param answers its pages; empty if only a description may have it */
    void add(String name, ListingNeeds wanted, List<SavedAnswer> answers) {
        List<JsonNode> items = new ArrayList<>();
        PageFacts facts = new PageFacts();
        Rows first = null;
        for (SavedAnswer answer : answers) {
            Optional<Rows> found = Rows.of(answer.body());
            if (found.isEmpty()) {
                text.note(name + ": " + answer.file() + " has no rows; save an answer that has some");
                continue;
            }
            first = first == null ? found.get() : first;
            items.addAll(found.get().rows());
            facts.answer(answer.body(), found.get());
            facts.headers(answer.headers());
        }
        if (first != null) {
            saved(name, wanted, answers.get(0).file(), first, items, facts);
        } else if (api != null && answers.isEmpty()) {
            described(name, wanted, facts);
        }
    }

    private void saved(
            String name, ListingNeeds wanted, String file, Rows rows, List<JsonNode> items, PageFacts facts) {
        Fields ofItems = Fields.of(items);
        NestedRows nested = NestedRows.of(name, wanted, items, ofItems).orElse(null);
        Fields fields = nested == null ? ofItems : Fields.of(nested.rows());
        saved.add(fields);
        if (nested == null) {
            KeyGuess.of(name, wanted, fields).field().ifPresent(key -> keys.computeIfAbsent(
                            file, each -> new LinkedHashMap<>())
                    .putIfAbsent(wanted.key(), key.place()));
        }
        Operation operation = api == null
                ? null
                : new Operations(api).of(name, wanted, ofItems).orElse(null);
        parameters(operation, facts);
        new ListingDraft(name, wanted, file, rows, fields, true, facts)
                .write(text.object(name, ""), operation, nested, keys.getOrDefault(file, Map.of()));
    }

    private void described(String name, ListingNeeds wanted, PageFacts facts) {
        Operation operation = new Operations(api).of(name, wanted, null).orElse(null);
        if (operation != null) {
            parameters(operation, facts);
            facts.answer(operation.sample(), operation.rows());
            new ListingDraft(name, wanted, api.file(), operation.rows(), operation.fields(), false, facts)
                    .write(text.object(name, ""), operation, null, Map.of());
        }
    }

    private static void parameters(Operation operation, PageFacts facts) {
        if (operation != null) {
            operation
                    .parameters()
                    .forEach(each -> facts.parameter(
                            each.path("name").asText(), each.path("in").asText()));
            facts.described(operation.headers());
        }
    }
}
