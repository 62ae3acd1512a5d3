/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.remote.json.TreeReader;
import io.vsatlink.remote.profile.ColumnProfile;
import io.vsatlink.remote.profile.ColumnProfile.Missing;
import java.io.IOException;
import java.util.Arrays;

/** One walk through one item. */
final class ItemWalk {
    private final JsonParser parser;
    private final ValueReader[] readers;
    private final FieldTally tally;
    private final FieldOrder order;
    private final int key;
    private final Object[] values;
    private final boolean[] told;
    private Rest rest;
    private Problem problem;
    private boolean keyUnreadable;

    ItemWalk(JsonParser parser, ValueReader[] readers, FieldTally tally, FieldOrder order, int key) {
        this.parser = parser;
        this.readers = readers;
        this.tally = tally;
        this.order = order;
        this.key = key;
        this.values = new Object[readers.length];
        this.told = new boolean[readers.length];
    }

    /** Takes the item that the parser stands on, an object. */
    void item() throws IOException {
        while (order.next(parser)) {
            member(order.plan(), "");
        }
    }

    /** @param path of the object within the item, with a slash behind it */
    private void object(FieldPlan plan, String path) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            member(plan.member(parser.currentName()), path);
        }
    }

    /** @param plan null where nothing takes the member whose name the parser stands on */
    private void member(FieldPlan plan, String path) throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (plan == null) {
            unknown(path, name);
        } else if (!plan.goesOn()) {
            taken(plan, name);
        } else if (value == JsonToken.START_OBJECT) {
            object(plan, path + name + "/");
        } else if (value == JsonToken.START_ARRAY) {
            array(plan, path, name);
        } else if (plan.takers().length > 0) {
            taken(plan, name);
        } else if (value != JsonToken.VALUE_NULL) {
            // something else than the object that the columns below it were to come from
            unknown(path, name);
        }
    }

    /** A pointer may lead through a list, by number: it is kept as a whole too, as the rest of it has no place. */
    private void array(FieldPlan plan, String path, String name) throws IOException {
        TreeReader reader = new TreeReader(parser);
        JsonNode list = reader.read();
        keep(path, name, list, reader);
        try (JsonParser tree = list.traverse()) {
            tree.nextToken();
            within(tree, plan, name);
        }
    }

    /** Takes what is wanted of a value that is in memory. */
    private void within(JsonParser tree, FieldPlan plan, String name) throws IOException {
        if (tree.hasToken(JsonToken.START_ARRAY) && plan.goesOn()) {
            for (int i = 0; tree.nextToken() != JsonToken.END_ARRAY; i++) {
                below(tree, plan.member(String.valueOf(i)), name);
            }
        } else if (tree.hasToken(JsonToken.START_OBJECT) && plan.goesOn()) {
            while (tree.nextToken() == JsonToken.FIELD_NAME) {
                FieldPlan member = plan.member(tree.currentName());
                tree.nextToken();
                below(tree, member, name);
            }
        } else {
            tree.skipChildren();
        }
    }

    private void below(JsonParser tree, FieldPlan plan, String name) throws IOException {
        if (plan == null) {
            tree.skipChildren();
        } else if (plan.goesOn()) {
            within(tree, plan, name);
        } else {
            for (int column : plan.takers()) {
                take(tree, column, name);
            }
        }
    }

    private void taken(FieldPlan plan, String name) throws IOException {
        for (int column : plan.takers()) {
            take(parser, column, name);
        }
    }

    private void take(JsonParser from, int column, String name) throws IOException {
        ValueReader reader = readers[column];
        if (told[column]) {
            fail(column, Problem.of(name, "it occurs twice"));
        }
        told[column] = true;
        JsonToken token = from.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            values[column] = null;
            tally.column(column, null, null);
            return;
        }
        JsonKind kind = JsonKind.of(token);
        try {
            Object value = reader.read(from, token);
            values[column] = value;
            tally.column(column, value == null ? null : kind, value);
        } catch (BadValue e) {
            tally.column(column, null, null);
            fail(column, e.of(reader.column().name()));
        }
    }

    /** The name that the item stands under is a value as well. */
    void ownName(String name) {
        for (int i = 0; i < readers.length; i++) {
            if (readers[i] != null && readers[i].column().pointer() == null) {
                told[i] = true;
                try {
                    values[i] = readers[i].ofText(name);
                    tally.column(i, values[i] == null ? null : JsonKind.TEXT, name);
                } catch (BadValue e) {
                    fail(i, e.of(readers[i].column().name()));
                }
            }
        }
    }

    /**
     * @param fields how many of the columns are fields that the connector wants
     * @param lenient whether a problem of any value but the key is none
     */
    Item end(int fields, boolean lenient) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && readers[i] != null && readers[i].demanding()) {
                missing(i);
            }
        }
        String id = key < 0 ? "" : key();
        if (id == null) {
            return new RejectedRow(null, problem);
        }
        return problem == null || lenient
                ? new Item.Read(
                        Arrays.asList(fields == values.length ? values : Arrays.copyOf(values, fields)), extra(fields))
                : new RejectedRow(id.isEmpty() ? null : id, problem);
    }

    private void missing(int column) {
        ColumnProfile profile = readers[column].column();
        if (profile.whenMissing() == Missing.REFUSE && problem == null) {
            problem = Problem.of(profile.name(), "it is missing");
        }
        if (profile.whenMissing() == Missing.INSTEAD) {
            values[column] = WrittenText.plain(profile.instead(), profile.type());
        }
    }

    /** Null where it can't be read; the problem then says why. */
    private String key() {
        String name = readers[key].column().name();
        String id = values[key] == null ? null : values[key].toString();
        if (keyUnreadable) {
            return null;
        }
        if (id == null || id.isBlank()) {
            problem = Problem.of(name, Problem.KEY_MISSING);
            return null;
        }
        if (id.length() > Column.MAX_KEY) {
            problem = new Problem(
                    name,
                    "the key is more than " + Column.MAX_KEY + " characters long",
                    "the key is " + id.length() + " characters long, more than " + Column.MAX_KEY);
            return null;
        }
        return id;
    }

    private void fail(int column, Problem why) {
        if (!keyUnreadable) {
            problem = why;
            keyUnreadable = column == key;
        }
    }

    private void unknown(String path, String name) throws IOException {
        TreeReader tree = new TreeReader(parser);
        keep(path, name, tree.read(), tree);
    }

    private void keep(String path, String name, JsonNode value, TreeReader read) {
        if (read.problem() != null && !keyUnreadable) {
            problem = Problem.of(read.culprit() == null ? name : read.culprit(), read.problem());
        }
        if (rest == null) {
            rest = new Rest();
        }
        if (!rest.keep(path, name, value) && !keyUnreadable) {
            problem = Problem.of(name, "it occurs twice");
        }
        tally.unknown(path.isEmpty() ? name : path + name, value);
    }

    private String extra(int fields) {
        for (int i = fields; i < values.length; i++) {
            if (values[i] != null) {
                rest = rest == null ? new Rest() : rest;
                rest.add(readers[i].column(), values[i]);
            }
        }
        return rest == null ? null : rest.toString();
    }
}
