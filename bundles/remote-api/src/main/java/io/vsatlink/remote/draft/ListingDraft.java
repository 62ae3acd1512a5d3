/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.draft.column.ColumnsDraft;
import io.vsatlink.remote.draft.column.NestedRows;
import io.vsatlink.remote.draft.column.ParentColumns;
import io.vsatlink.remote.draft.paging.PageFacts;
import io.vsatlink.remote.draft.paging.PagingDraft;
import io.vsatlink.remote.draft.sample.Fields;
import io.vsatlink.remote.draft.sample.OpenApi.Operation;
import io.vsatlink.remote.draft.sample.Rows;
import io.vsatlink.remote.draft.text.DraftText;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.Map;
import java.util.Optional;

/**
 * Drafts one listing of a profile.
 *
 * @param rows where they are
 * @param fields of the rows of all responses
 * @param saved whether the rows come from the vendor and not from a description
 */
record ListingDraft(
        String name, ListingNeeds needs, String from, Rows rows, Fields fields, boolean saved, PageFacts facts) {

    /**
     * @param operation the OpenAPI operation; null for none
     * @param nested the rows in the items; null if the items are the rows
     * @param keys the pointers of keys in the items, by column name
     */
    void write(DraftText listing, Operation operation, NestedRows nested, Map<String, String> keys) {
        int count = fields.rows();
        listing.note(saved ? from + ": " + Counted.of(count, "row") : "by the OpenAPI document only: " + from);
        path(listing, operation);
        items(listing);
        if (nested != null) {
            listing.member("rows", nested.place(), "likely: it is named like the listing");
            if (nested.repeated()) {
                listing.member("distinct", BooleanNode.TRUE, "sure: equal rows came");
            }
        }
        PagingDraft.write(facts, saved ? rows.rows().size() : -1, listing);
        listing.member("key", needs.key(), "");
        new ColumnsDraft(name, needs, fields, saved, new ParentColumns(name, needs, nested, keys))
                .write(rows.shape() == Shape.MEMBERS, listing.object("columns", ""));
    }

    private void path(DraftText listing, Operation operation) {
        Optional<String> linked = facts.path();
        if (operation != null) {
            listing.member(
                    "path",
                    operation.path(),
                    saved ? "likely: its rows have these members in the OpenAPI document" : "likely");
            if (operation.path().contains("{")) {
                listing.note("fill in what stands in braces in \"path\": a listing has no parameters of this kind");
            }
        } else if (linked.isPresent()) {
            listing.member("path", linked.get(), "likely: of the next page's address");
        } else {
            listing.note("fill in \"path\": the path of the call that returned " + from);
        }
    }

    private void items(DraftText listing) {
        String sure = !saved
                ? "likely"
                : rows.others().isEmpty() ? "sure" : "likely; other lists: " + String.join(", ", rows.others());
        if (rows.shape() == Shape.SINGLE) {
            listing.member("itemPointer", rows.pointer(), "please check: the answer is one row");
        } else {
            listing.member("itemsPointer", rows.pointer(), sure);
        }
    }
}
