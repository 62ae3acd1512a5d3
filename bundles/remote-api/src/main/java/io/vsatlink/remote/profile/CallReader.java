package io.vsatlink.remote.profile;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.remote.profile.CallProfile.Outcome;
import io.vsatlink.remote.profile.CallProfile.OutcomeProfile;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import io.vsatlink.remote.profile.ProfileNeeds.CallNeeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the part of a profile that says how one call is made. */
final class CallReader {
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

    CallProfile read(ProfileNode node) throws ProfileException {
        CallProfile call = new CallProfile(
                node.text("method"),
                node.path("path", placeholders),
                node.textMap("query", placeholders),
                node.textMap("headers", placeholders),
                node.templates("body", placeholders),
                needs.written().isEmpty() ? List.of() : written(node),
                answered(node) ? answer(node.object("answer")) : null,
                needs.optional().contains(CallNeeds.PAGING) && node.has("paging")
                        ? PagingReader.read(node.object("paging"))
                        : null,
                node.has("outcomes") ? outcomes(node.object("outcomes")) : List.of());
        node.refuseOthers();
        requireUsed(node, call);
        return call;
    }

    private boolean answered(ProfileNode node) {
        boolean optional = needs.optional().contains(CallNeeds.ANSWER);
        return !needs.answer().isEmpty() && (!optional || node.has("answer"));
    }

    /** A call that leaves out what it is about would be answered well and do nothing, or something else. */
    private void requireUsed(ProfileNode node, CallProfile call) throws ProfileException {
        Set<String> unused = new TreeSet<>(needs.parameters());
        unused.removeAll(needs.optional());
        Stream.of(Stream.of(call.path()), call.query().values().stream(), call.headers().values().stream())
                .flatMap(texts -> texts)
                .forEach(text -> unused.removeAll(Placeholders.in(text)));
        if (call.body() != null) {
            unused.removeAll(Placeholders.in(call.body().toString()));
        }
        if (!unused.isEmpty()) {
            throw node.refuse(
                    node.place(), "does not use ${" + unused.iterator().next() + "}");
        }
    }

    /** Its own columns, or those of a listing of the same fields. */
    private ItemsProfile answer(ProfileNode node) throws ProfileException {
        if (!node.isText("columns")) {
            ItemsProfile answer = new ItemsReader(needs.answer(), null, needs.optional()).read(node, null);
            node.refuseOthers();
            return answer;
        }
        ItemsProfile shared = shared(node, "columns");
        if (!shared.fields().equals(needs.answer())) {
            throw node.refuse(node.at("columns"), "names a listing of other fields");
        }
        boolean single = node.has("itemPointer");
        String pointer = node.wholePointer(single ? "itemPointer" : "itemsPointer");
        node.refuseOthers();
        Shape shape = single ? Shape.SINGLE : shared.shape();
        return new ItemsProfile(pointer, shape, shared.fields(), shared.key(), shared.columns(), shared.added());
    }

    private ItemsProfile shared(ProfileNode node, String member) throws ProfileException {
        ListingProfile listing = listings.get(node.text(member));
        if (listing == null) {
            throw node.refuse(node.at(member), "must name one of the listings " + listings.keySet());
        }
        return listing.items();
    }

    private List<ColumnProfile> written(ProfileNode node) throws ProfileException {
        if (node.isText("fields")) {
            Set<String> names = needs.written().stream().map(Column::name).collect(Collectors.toSet());
            return shared(node, "fields").columns().stream()
                    .filter(column -> column != null && names.contains(column.name()))
                    .toList();
        }
        ProfileNode fields = node.object("fields");
        List<ColumnProfile> written = new ArrayList<>();
        for (Column field : needs.written()) {
            if (fields.has(field.name())) {
                written.add(ColumnReader.read(fields, field.name(), field.type()));
            }
        }
        fields.refuseOthers();
        return written;
    }

    private static List<OutcomeProfile> outcomes(ProfileNode node) throws ProfileException {
        List<OutcomeProfile> outcomes = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.EXISTS, Outcome.CHANGED, Outcome.ABSENT)) {
            if (node.has(outcome.key())) {
                ProfileNode each = node.object(outcome.key());
                outcomes.add(new OutcomeProfile(
                        outcome,
                        List.copyOf(each.texts("codes")),
                        each.integers("statuses"),
                        each.pointerOr("idPointer", null)));
                each.refuseOthers();
            }
        }
        node.refuseOthers();
        return outcomes;
    }
}
