/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.nested;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.http.Heading;
import io.vsatlink.remote.item.Problem;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.json.TreeReader;
import io.vsatlink.remote.listing.ItemSink;
import io.vsatlink.remote.listing.PageMark;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.ListingRequest;
import io.vsatlink.remote.profile.Nesting;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PerItem;
import io.vsatlink.remote.profile.column.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Receives the items of a page whose rows are nested in them or fetched per item. Not thread-safe. */
public final class ParentItems implements ItemSink {
    /** As a segment of a path they mean another one, also if they are encoded. */
    private static final Set<String> UP = Set.of(".", "..");

    private final ListingProfile listing;
    private final Nesting nesting;
    private final ItemSink rows;
    private final Consumer<RejectedRow> rejected;
    private final List<ItemCall> calls = new ArrayList<>();
    private int items;
    private int withRows;
    private String first;
    private String last;

    /**
     * @param rows receives the rows nested in an item
     * @param rejected receives each item whose rows cannot be read
     */
    public ParentItems(ListingProfile listing, ItemSink rows, Consumer<RejectedRow> rejected) {
        this.listing = listing;
        this.nesting = listing.nesting();
        this.rows = rows;
        this.rejected = rejected;
    }

    @Override
    public void take(JsonParser parser, String name) throws IOException {
        TreeReader reader = new TreeReader(parser);
        JsonNode item = reader.read();
        items++;
        last = Integer.toHexString(item.hashCode());
        first = items == 1 ? last : first;
        if (reader.problem() != null) {
            rejected.accept(ItemRows.unreadable(reader));
        } else if (nesting.perItem() != null) {
            call(item, nesting.perItem());
        } else {
            nested(item, name);
        }
    }

    private void nested(JsonNode item, String name) throws IOException {
        JsonNode list = nesting.rows().in(item);
        withRows += list.isMissingNode() ? 0 : 1;
        if (list.isMissingNode() || list.isNull()) {
            return;
        }
        if (!list.isContainerNode()) {
            rejected.accept(new RejectedRow(
                    null, Problem.of(null, nesting.shown() + " of an item is neither a list nor an object")));
            return;
        }
        // otherwise each row would carry a copy of all rows
        nesting.rows().removeFrom(item);
        ItemRows children = new ItemRows(item, rows, rejected);
        for (JsonNode row : list.isArray() ? list : List.of(list)) {
            children.give(row, name);
        }
    }

    private void call(JsonNode item, PerItem perItem) {
        Map<String, Place> places = perItem.path() == null ? Map.of("", perItem.link()) : perItem.parameters();
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, Place> each : places.entrySet()) {
            JsonNode value = each.getValue().in(item);
            if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
                rejected.accept(new RejectedRow(
                        null,
                        Problem.of(null, "an item has no " + each.getValue().text() + " to request its rows by")));
                return;
            }
            if (perItem.path() != null && UP.contains(value.asText())) {
                rejected.accept(new RejectedRow(
                        null,
                        Problem.of(
                                null,
                                "the " + each.getValue().text() + " of an item is " + value.asText()
                                        + ", which would request another path")));
                return;
            }
            values.put(each.getKey(), value.asText());
        }
        String name = String.join(" ", values.values());
        if (perItem.path() == null) {
            ListingProfile rowsOfItem =
                    rowsOfItem(new ListingRequest(listing.request().path(), Map.of()), linked(perItem), perItem);
            calls.add(new ItemCall(name, rowsOfItem, Map.of(), new PageRef.After(values.get("")), item));
            return;
        }
        ListingRequest request = new ListingRequest(perItem.path(), perItem.query());
        ListingProfile rowsOfItem = rowsOfItem(request, perItem.paging(), perItem);
        calls.add(new ItemCall(name, rowsOfItem, values, PageRef.FIRST, item));
    }

    /** The links to the rows name the vendor's server as the links to its pages do. */
    private PagingProfile linked(PerItem perItem) {
        PagingProfile linked = PerItem.linked(perItem.paging().facts().total());
        return new PagingProfile(
                linked.style(),
                linked.position(),
                linked.facts(),
                listing.paging().rewrite());
    }

    private ListingProfile rowsOfItem(ListingRequest request, PagingProfile paging, PerItem perItem) {
        return new ListingProfile(request, listing.format(), paging, perItem.items(), null);
    }

    @Override
    public void heading(Heading heading) {
        rows.heading(heading);
    }

    /** The calls that return the rows of the items. */
    public List<ItemCall> calls() {
        return calls;
    }

    /** The number of items. */
    public int items() {
        return items;
    }

    /** The number of items that have the place of the rows, even if there are none. */
    public int withRows() {
        return withRows;
    }

    /** A fingerprint that identifies a repeated page. */
    public PageMark mark() {
        return new PageMark(items, first, last);
    }

    @Override
    public void again() {
        calls.clear();
        items = 0;
        withRows = 0;
        first = null;
        last = null;
        rows.again();
    }
}
