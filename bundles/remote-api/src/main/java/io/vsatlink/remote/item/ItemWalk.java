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
import io.vsatlink.remote.profile.column.ColumnProfile;
import io.vsatlink.remote.profile.column.ColumnProfile.Missing;
import io.vsatlink.remote.profile.column.Place;
import io.vsatlink.remote.profile.column.ValueSource;
import java.io.IOException;
import java.util.Arrays;

/** Reads one item. */
final class ItemWalk {
    private final JsonParser parser;
    private final ItemPlan plan;
    private final FieldTally tally;
    private final FieldOrder order;
    private final Object[] values;
    private final boolean[] told;
    /** Null if no column has several parts. */
    private final CompositeValues composites;

    private Rest rest;
    private Problem problem;
    private boolean keyUnreadable;

    ItemWalk(JsonParser parser, ItemPlan plan, FieldTally tally) {
        this.parser = parser;
        this.plan = plan;
        this.tally = tally;
        this.order = tally.order(plan.root());
        this.values = new Object[plan.size()];
        this.told = new boolean[plan.size()];
        this.composites = plan.composites().length == 0 ? null : new CompositeValues(plan, values, told, tally);
    }

    /** Reads the parser's current value, an object. */
    void item() throws IOException {
        while (order.next(parser)) {
            member(order.plan(), "");
        }
    }

    /** @param path of the object within the item, with a trailing slash */
    private void object(FieldPlan object, String path) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            member(object.member(parser.currentName()), path);
        }
    }

    /** @param wanted null if nothing takes the current member */
    private void member(FieldPlan wanted, String path) throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (wanted == null && !name.equals(Place.PARENT)) {
            unknown(path, name);
        } else if (wanted == null || wanted.ofParent()) {
            new ValuesInMemory(this).take(new TreeReader(parser).read(), wanted, name);
        } else if (!wanted.goesOn()) {
            take(parser, wanted, name);
        } else if (value == JsonToken.START_OBJECT) {
            object(wanted, path + name + "/");
        } else if (value == JsonToken.START_ARRAY) {
            array(wanted, path, name);
        } else if (wanted.takers().length > 0) {
            take(parser, wanted, name);
        } else if (value != JsonToken.VALUE_NULL) {
            // not the object that the columns below it expect
            unknown(path, name);
        }
    }

    /**
     * Reads a list that a pointer leads through. If a member selects its elements, the others are left over; otherwise
     * the whole list is kept as extra too, because its rest cannot be represented.
     */
    private void array(FieldPlan list, String path, String name) throws IOException {
        if (list.selector() != null && list.takers().length == 0) {
            SelectedElements elements = new SelectedElements(this, parser, list);
            JsonNode left = elements.read();
            complain(elements.trees(), name);
            if (left != null) {
                keep(path, name, left);
            }
            return;
        }
        TreeReader reader = new TreeReader(parser);
        JsonNode value = reader.read();
        complain(reader, name);
        keep(path, name, value);
        new ValuesInMemory(this).take(value, list, name);
    }

    /** Passes the parser's current value to all columns that take it. */
    void take(JsonParser from, FieldPlan wanted, String name) throws IOException {
        for (int index : wanted.takers()) {
            take(from, index, name);
        }
    }

    private void take(JsonParser from, int index, String name) throws IOException {
        ValueReader reader = plan.reader(index);
        boolean again = told[index] && reader.several();
        if (told[index] && !again) {
            fail(Problem.of(name, "it occurs twice"), index);
        }
        Object before = values[index];
        told[index] = true;
        JsonToken token = from.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            values[index] = again ? before : null;
            count(index, null, null);
            return;
        }
        JsonKind kind = JsonKind.of(token);
        try {
            Object value = reader.read(from, token);
            values[index] = again ? reader.together(before, value) : value;
            count(index, value == null ? null : kind, value);
        } catch (BadValue e) {
            count(index, null, null);
            fail(e.of(reader.column().name()), index);
        }
    }

    private void count(int index, JsonKind kind, Object value) {
        if (index < plan.columns().size()) {
            tally.column(index, kind, value);
        } else {
            composites.part(index, kind);
        }
    }

    /** The name of the item's member can itself be a column value. */
    void ownName(String name) {
        for (int i = 0; i < plan.columns().size(); i++) {
            ValueReader reader = plan.reader(i);
            if (reader != null && reader.column().source() instanceof ValueSource.OwnName) {
                told[i] = true;
                try {
                    values[i] = reader.ofText(name);
                    tally.column(i, values[i] == null ? null : JsonKind.TEXT, name);
                } catch (BadValue e) {
                    fail(e.of(reader.column().name()), i);
                }
            }
        }
    }

    /** The result. A lenient reader ignores problems of all values except the key. */
    Item end() {
        if (composites != null) {
            composites.make(this::fail);
        }
        int columns = plan.columns().size();
        for (int i = 0; i < columns; i++) {
            if (values[i] == null && plan.reader(i) != null && plan.reader(i).demanding()) {
                missing(i);
            }
        }
        String id = plan.key() < 0 ? "" : key();
        if (id == null) {
            return new RejectedRow(null, problem);
        }
        if (problem != null && !plan.lenient()) {
            return new RejectedRow(id.isEmpty() ? null : id, problem);
        }
        int fields = plan.fields();
        return new Item.Read(
                Arrays.asList(fields == values.length ? values : Arrays.copyOf(values, fields)),
                extra(fields, columns));
    }

    private void missing(int column) {
        ColumnProfile profile = plan.reader(column).column();
        if (profile.whenMissing() == Missing.REFUSE && problem == null) {
            problem = Problem.of(profile.name(), "it is missing");
        }
        if (profile.whenMissing() == Missing.INSTEAD) {
            values[column] = WrittenText.plain(profile.instead(), profile.type());
        }
    }

    /** Null if the key cannot be read; the problem then says why. */
    private String key() {
        String name = plan.reader(plan.key()).column().name();
        Object value = values[plan.key()];
        String id = value == null ? null : value.toString();
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

    private void fail(Problem why, int index) {
        if (!keyUnreadable) {
            problem = why;
            keyUnreadable = plan.owner(index) == plan.key();
        }
    }

    /** Notes that a member occurs twice. */
    void twice(String name) {
        if (!keyUnreadable) {
            problem = Problem.of(name, "it occurs twice");
        }
    }

    private void unknown(String path, String name) throws IOException {
        TreeReader tree = new TreeReader(parser);
        JsonNode value = tree.read();
        complain(tree, name);
        keep(path, name, value);
    }

    private void complain(TreeReader read, String name) {
        if (read.problem() != null && !keyUnreadable) {
            problem = Problem.of(read.culprit() == null ? name : read.culprit(), read.problem());
        }
    }

    private void keep(String path, String name, JsonNode value) {
        if (rest == null) {
            rest = new Rest();
        }
        if (!rest.keep(path, name, value)) {
            twice(name);
        }
        tally.unknown(path.isEmpty() ? name : path + name, value);
    }

    private String extra(int fields, int columns) {
        for (int i = fields; i < columns; i++) {
            if (values[i] != null) {
                rest = rest == null ? new Rest() : rest;
                rest.add(plan.reader(i).column(), values[i]);
            }
        }
        return rest == null ? null : rest.toString();
    }
}
