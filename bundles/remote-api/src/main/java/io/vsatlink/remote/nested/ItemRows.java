/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.nested;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.remote.item.Problem;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.json.TreeReader;
import io.vsatlink.remote.listing.ItemSink;
import io.vsatlink.remote.profile.column.Place;
import java.io.IOException;
import java.util.function.Consumer;

/** Receives the rows of one item and passes them on with the item, for columns that come from it. */
final class ItemRows implements ItemSink {
    private final JsonNode parent;
    private final ItemSink rows;
    private final Consumer<RejectedRow> rejected;

    ItemRows(JsonNode parent, ItemSink rows, Consumer<RejectedRow> rejected) {
        this.parent = parent;
        this.rows = rows;
        this.rejected = rejected;
    }

    @Override
    public void take(JsonParser parser, String name) throws IOException {
        TreeReader reader = new TreeReader(parser);
        JsonNode row = reader.read();
        if (reader.problem() == null) {
            give(row, name);
        } else {
            rejected.accept(unreadable(reader));
        }
    }

    void give(JsonNode row, String name) throws IOException {
        if (row instanceof ObjectNode object) {
            object.set(Place.PARENT, parent);
        }
        try (JsonParser parser = row.traverse()) {
            parser.nextToken();
            rows.take(parser, name);
        }
    }

    static RejectedRow unreadable(TreeReader reader) {
        return new RejectedRow(null, Problem.of(reader.culprit(), reader.problem()));
    }

    @Override
    public void again() {
        rows.again();
    }
}
