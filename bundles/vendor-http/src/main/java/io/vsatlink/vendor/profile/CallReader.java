package io.vsatlink.vendor.profile;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.vendor.profile.CallProfile.Outcome;
import io.vsatlink.vendor.profile.CallProfile.OutcomeProfile;
import io.vsatlink.vendor.profile.ItemsProfile.Shape;
import io.vsatlink.vendor.profile.ProfileNeeds.CallNeeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
                needs.answer().isEmpty() ? null : answer(node.object("answer")),
                node.has("outcomes") ? outcomes(node.object("outcomes")) : List.of());
        node.refuseOthers();
        return call;
    }

    /** Its own columns, or those of a listing of the same fields. */
    private ItemsProfile answer(ProfileNode node) throws ProfileException {
        if (!node.isText("columns")) {
            ItemsProfile answer = new ItemsReader(needs.answer(), null).read(node, null);
            node.refuseOthers();
            return answer;
        }
        ItemsProfile shared = shared(node, "columns");
        if (!shared.fields().equals(needs.answer())) {
            throw node.refuse(node.at("columns"), "names a listing of other fields");
        }
        boolean single = node.has("itemPointer");
        String pointer = single ? node.pointerOrWhole("itemPointer") : node.pointer("itemsPointer");
        node.refuseOthers();
        Shape shape = single ? Shape.SINGLE : shared.shape();
        return new ItemsProfile(pointer, shape, shared.fields(), null, shared.columns(), shared.added());
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
