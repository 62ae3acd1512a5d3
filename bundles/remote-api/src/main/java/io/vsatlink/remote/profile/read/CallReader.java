/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.profile.CallProfile;
import io.vsatlink.remote.profile.CallProfile.Outcome;
import io.vsatlink.remote.profile.CallProfile.OutcomeProfile;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.Payload;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.ProfileNeeds.CallNeeds;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the part of a profile that describes one call. */
final class CallReader {
    private static final List<String> TEMPLATES = List.of("path", "query", "headers", "body", "form");

    private final CallNeeds needs;
    private final Set<String> placeholders;
    private final Map<String, ListingProfile> listings;

    /** @param listings the listings whose columns a call may share, by name */
    CallReader(CallNeeds needs, Set<String> settings, Map<String, ListingProfile> listings) {
        this.needs = needs;
        this.listings = listings;
        this.placeholders = new HashSet<>(settings);
        placeholders.addAll(needs.parameters());
    }

    /** Null after a mistake. */
    CallProfile read(ProfileNode node) {
        Set<String> placed = placed(node);
        Set<String> known = new HashSet<>(placeholders);
        known.addAll(placed);
        TEMPLATES.forEach(name -> node.at(name).allowPlaceholders(known));
        boolean fields = !needs.written().isEmpty();
        boolean answer = !needs.answer().isEmpty();
        boolean paging = needs.optional().contains(CallNeeds.PAGING);
        refuseUnless(fields, node.at("fields"));
        refuseUnless(answer, node.at("answer"));
        refuseUnless(paging, node.at("paging"));
        PagingReader.refuseOutsideQuery(node.at("paging"));
        refuseUnless(needs.optional().contains(CallNeeds.REQUIRES), node.at("requires"));
        requireUsed(node, placed);
        boolean answered = answer && (!needs.optional().contains(CallNeeds.ANSWER) || node.has("answer"));
        Payload payload = new PayloadReader(needs, listings).read(node);
        ItemsProfile items = answered ? answer(node.at("answer")) : null;
        return node.sound()
                ? new CallProfile(
                        node.text("method"),
                        node.text("path"),
                        query(node.at("query")),
                        node.textMap("headers"),
                        payload,
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

    /** The fields that are sent where the call has their placeholders. */
    private static Set<String> placed(ProfileNode node) {
        ProfileNode fields = node.at(CallNeeds.FIELDS);
        return fields.names().stream()
                .filter(name -> fields.at(name).flag("placeholder"))
                .collect(Collectors.toSet());
    }

    private static Map<String, JsonNode> query(ProfileNode node) {
        Map<String, JsonNode> query = new LinkedHashMap<>();
        node.names().stream().filter(node::has).forEach(name -> query.put(name, node.any(name)));
        return query;
    }

    /** A call without its parameters would succeed and do nothing, or something else. */
    private void requireUsed(ProfileNode node, Set<String> placed) {
        Set<String> unused = new TreeSet<>(needs.parameters());
        unused.removeAll(needs.optional());
        unused.addAll(placed);
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
        ItemsProfile shared = shared(columns, listings);
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

    /** The items of the named listing; null after a mistake, even one in the listing. */
    static ItemsProfile shared(ProfileNode node, Map<String, ListingProfile> listings) {
        String name = node.json().textValue();
        if (!listings.containsKey(name)) {
            node.refuse("must name one of the listings " + listings.keySet());
        }
        ListingProfile listing = listings.get(name);
        return listing == null ? null : listing.items();
    }

    static ColumnReader columns(ProfileNode node) {
        ProfileNode root = node.source().root();
        return new ColumnReader(root.has("missing") ? root.texts("missing") : null);
    }

    private static List<OutcomeProfile> outcomes(ProfileNode node) {
        List<OutcomeProfile> outcomes = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.EXISTS, Outcome.CHANGED, Outcome.ABSENT, Outcome.REFUSED)) {
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
