/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.CallProfile.Outcome;
import io.vsatlink.remote.profile.CallProfile.OutcomeProfile;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import io.vsatlink.remote.profile.ProfileNeeds.CallNeeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the part of a profile that says how one call is made. */
final class CallReader {
    private static final List<String> TEMPLATES = List.of("path", "query", "headers", "body");

    private final CallNeeds needs;
    private final Set<String> placeholders;
    private final Map<String, ListingProfile> listings;

    /** @param listings whose columns a call may share, by name */
    CallReader(CallNeeds needs, Set<String> settings, Map<String, ListingProfile> listings) {
        this.needs = needs;
        this.listings = listings;
        this.placeholders = new HashSet<>(settings);
        placeholders.addAll(needs.parameters());
    }

    /** Null after a mistake. */
    CallProfile read(ProfileNode node) {
        TEMPLATES.forEach(name -> node.at(name).allowPlaceholders(placeholders));
        boolean fields = !needs.written().isEmpty();
        boolean answer = !needs.answer().isEmpty();
        boolean paging = needs.optional().contains(CallNeeds.PAGING);
        refuseUnless(fields, node.at("fields"));
        refuseUnless(answer, node.at("answer"));
        refuseUnless(paging, node.at("paging"));
        requireUsed(node);
        boolean answered = answer && (!needs.optional().contains(CallNeeds.ANSWER) || node.has("answer"));
        List<ColumnProfile> written = fields ? written(node.at("fields")) : List.of();
        ItemsProfile items = answered ? answer(node.at("answer")) : null;
        return node.sound()
                ? new CallProfile(
                        node.text("method"),
                        node.text("path"),
                        node.textMap("query"),
                        node.textMap("headers"),
                        node.any("body"),
                        written,
                        items,
                        node.has("paging") ? PagingReader.read(node.at("paging")) : null,
                        outcomes(node.at("outcomes")))
                : null;
    }

    private static void refuseUnless(boolean wanted, ProfileNode node) {
        if (!wanted && !node.json().isMissingNode()) {
            node.refuse("is not known here: this call has no use for it");
        }
    }

    /** A call that leaves out what it is about would be answered well and do nothing, or something else. */
    private void requireUsed(ProfileNode node) {
        Set<String> unused = new TreeSet<>(needs.parameters());
        unused.removeAll(needs.optional());
        TEMPLATES.forEach(
                name -> unused.removeAll(Placeholders.in(node.json().path(name).toString())));
        unused.forEach(each -> node.refuse("does not use ${" + each + "}"));
    }

    /** Its own columns, or those of a listing of the same fields; null after a mistake. */
    private ItemsProfile answer(ProfileNode node) {
        ProfileNode columns = node.at("columns");
        if (!columns.json().isTextual()) {
            return node.given("an object")
                    ? new ItemsReader(needs.answer(), null, needs.optional(), columns(node)).read(node, null)
                    : null;
        }
        ItemsProfile shared = shared(columns);
        if (shared == null || !node.sound()) {
            return null;
        }
        if (!shared.fields().equals(needs.answer())) {
            columns.refuse("names a listing with other fields");
        }
        boolean single = node.has("itemPointer");
        String pointer = node.text(single ? "itemPointer" : "itemsPointer");
        Shape shape = single ? Shape.SINGLE : shared.shape();
        return new ItemsProfile(pointer, shape, shared.fields(), shared.key(), shared.columns(), shared.added());
    }

    /** Null after a mistake, be it in the listing. */
    private ItemsProfile shared(ProfileNode node) {
        String name = node.json().textValue();
        if (!listings.containsKey(name)) {
            node.refuse("must name one of the listings " + listings.keySet());
        }
        ListingProfile listing = listings.get(name);
        return listing == null ? null : listing.items();
    }

    private List<ColumnProfile> written(ProfileNode fields) {
        Map<String, ColumnType> types = needs.written().stream().collect(Collectors.toMap(Column::name, Column::type));
        if (fields.json().isTextual()) {
            ItemsProfile shared = shared(fields);
            return shared == null
                    ? List.of()
                    : shared.columns().stream()
                            .filter(column -> column != null && types.containsKey(column.name()))
                            .filter(column -> column.writable() != null)
                            .toList();
        }
        if (!fields.given("an object")) {
            return List.of();
        }
        fields.refuseOthers(types.keySet());
        return needs.written().stream()
                .map(Column::name)
                .filter(fields::has)
                .map(name -> written(fields.at(name), name, types.get(name)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static ColumnProfile written(ProfileNode field, String name, ColumnType type) {
        ColumnProfile column = columns(field).read(field, name, type);
        if (column != null && column.writable() == null) {
            field.refuse("can't be written: it needs one pointer, without a selection");
        }
        return column;
    }

    private static ColumnReader columns(ProfileNode node) {
        ProfileNode root = node.source().root();
        return new ColumnReader(root.has("missing") ? root.texts("missing") : null);
    }

    private static List<OutcomeProfile> outcomes(ProfileNode node) {
        List<OutcomeProfile> outcomes = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.EXISTS, Outcome.CHANGED, Outcome.ABSENT)) {
            if (node.has(outcome.key())) {
                ProfileNode each = node.at(outcome.key());
                List<Integer> statuses = new ArrayList<>();
                each.json().path("statuses").forEach(status -> statuses.add(status.intValue()));
                outcomes.add(new OutcomeProfile(outcome, each.texts("codes"), statuses, each.text("idPointer")));
            }
        }
        return outcomes;
    }
}
