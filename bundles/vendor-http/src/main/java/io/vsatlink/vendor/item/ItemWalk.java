package io.vsatlink.vendor.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.vendor.json.TreeReader;
import io.vsatlink.vendor.profile.ColumnProfile;
import io.vsatlink.vendor.profile.ColumnProfile.Missing;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** One walk through one item. */
final class ItemWalk {
    private final JsonParser parser;
    private final List<ValueReader> readers;
    private final FieldTally tally;
    private final int key;
    private final Object[] values;
    private final boolean[] told;
    private Rest rest;
    private String problem;
    private boolean keyUnreadable;

    ItemWalk(JsonParser parser, List<ValueReader> readers, FieldTally tally, int key) {
        this.parser = parser;
        this.readers = readers;
        this.tally = tally;
        this.key = key;
        this.values = new Object[readers.size()];
        this.told = new boolean[readers.size()];
    }

    /**
     * Takes the object that the parser stands on.
     *
     * @param path of it within the item, with a slash behind it
     */
    void object(FieldPlan plan, String path) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            FieldPlan member = plan.member(name);
            parser.nextToken();
            if (member == null) {
                unknown(path, name);
            } else if (member.goesOn() && parser.hasToken(JsonToken.START_OBJECT)) {
                object(member, path + name + "/");
            } else if (member.goesOn() && parser.hasToken(JsonToken.START_ARRAY)) {
                array(member, path, name);
            } else {
                taken(member, name);
            }
        }
    }

    /** A pointer may lead through a list, by number: it is kept as a whole too, as the rest of it has no place. */
    private void array(FieldPlan plan, String path, String name) throws IOException {
        JsonNode list = new TreeReader(parser).read();
        keep(path, name, list);
        for (int i = 0; i < list.size(); i++) {
            FieldPlan element = plan.member(String.valueOf(i));
            if (element != null) {
                try (JsonParser tree = list.get(i).traverse()) {
                    tree.nextToken();
                    element(tree, element, name);
                }
            }
        }
    }

    private void element(JsonParser tree, FieldPlan plan, String name) throws IOException {
        for (int column : plan.takers()) {
            take(tree, column, name);
        }
        if (plan.goesOn() && tree.hasToken(JsonToken.START_OBJECT)) {
            while (tree.nextToken() == JsonToken.FIELD_NAME) {
                FieldPlan member = plan.member(tree.currentName());
                tree.nextToken();
                if (member == null) {
                    tree.skipChildren();
                } else {
                    element(tree, member, name);
                }
            }
        }
    }

    private void taken(FieldPlan plan, String name) throws IOException {
        if (plan.takers().length == 0) {
            // something else than the object that the columns below it were to come from
            if (!parser.hasToken(JsonToken.VALUE_NULL)) {
                unknown("", name);
            }
            return;
        }
        for (int column : plan.takers()) {
            take(parser, column, name);
        }
    }

    private void take(JsonParser from, int column, String name) throws IOException {
        ValueReader reader = readers.get(column);
        if (told[column]) {
            fail(column, name + ": it is there twice");
        }
        told[column] = true;
        JsonKind kind = JsonKind.of(from.currentToken());
        try {
            values[column] = reader.read(from);
            tally.column(column, kind, values[column]);
        } catch (BadValue e) {
            tally.column(column, null, null);
            fail(column, reader.column().name() + ": " + e.getMessage());
        }
    }

    /** The name that the item stands under is a value as well. */
    void ownName(String name) {
        for (int i = 0; i < readers.size(); i++) {
            if (readers.get(i) != null && readers.get(i).column().pointer() == null) {
                told[i] = true;
                try {
                    values[i] = readers.get(i).ofText(name);
                    tally.column(i, JsonKind.TEXT, name);
                } catch (BadValue e) {
                    fail(i, readers.get(i).column().name() + ": " + e.getMessage());
                }
            }
        }
    }

    /** @param fields how many of the columns are fields that the connector wants */
    Item end(int fields) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && readers.get(i) != null) {
                missing(i);
            }
        }
        String id = key < 0 ? "" : key();
        if (id == null) {
            return new Item.SetAside(null, problem);
        }
        String extra = extra(fields);
        if (extra != null && extra.length() > Column.MAX_TEXT) {
            problem = "its unknown fields are " + extra.length() + " characters long, more than " + Column.MAX_TEXT;
        }
        return problem == null
                ? new Item.Read(Arrays.asList(Arrays.copyOf(values, fields)), extra)
                : new Item.SetAside(id.isEmpty() ? null : id, problem);
    }

    private void missing(int column) {
        ColumnProfile profile = readers.get(column).column();
        if (profile.whenMissing() == Missing.REFUSE && problem == null) {
            problem = profile.name() + ": it is missing";
        }
        if (profile.whenMissing() == Missing.INSTEAD) {
            values[column] = WrittenText.plain(profile.instead(), profile.type());
        }
    }

    /** Null where it can't be read; the problem then says why. */
    private String key() {
        String name = readers.get(key).column().name();
        String id = values[key] == null ? null : values[key].toString();
        if (keyUnreadable) {
            return null;
        }
        if (id == null || id.isBlank()) {
            problem = name + ": the key is missing";
            return null;
        }
        if (id.length() > Column.MAX_KEY) {
            problem = name + ": the key is " + id.length() + " characters long, more than " + Column.MAX_KEY;
            return null;
        }
        return id;
    }

    private void fail(int column, String why) {
        if (!keyUnreadable) {
            problem = why;
            keyUnreadable = column == key;
        }
    }

    private void unknown(String path, String name) throws IOException {
        TreeReader tree = new TreeReader(parser);
        keep(path, name, tree.read());
        if (tree.repeated() != null && !keyUnreadable) {
            problem = tree.repeated() + ": it is there twice";
        }
    }

    private void keep(String path, String name, JsonNode value) {
        if (rest == null) {
            rest = new Rest();
        }
        if (!rest.keep(path, name, value) && !keyUnreadable) {
            problem = name + ": it is there twice";
        }
        tally.unknown(path + name, value.toString());
    }

    private String extra(int fields) {
        for (int i = fields; i < values.length; i++) {
            if (values[i] != null) {
                rest = rest == null ? new Rest() : rest;
                rest.add(readers.get(i).column(), values[i]);
            }
        }
        return rest == null ? null : rest.toString();
    }
}
