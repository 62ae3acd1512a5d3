package io.vsatlink.vendor.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** One walk through one answer. */
final class EnvelopeWalk {

    /** Something looked for: its pointer from the top, and what of it is left to go from here. */
    record Wanted(String pointer, JsonPointer rest) {}

    private final JsonParser parser;
    private final RowReader reader;
    private final BiConsumer<JsonNode, String> rows;
    private final Map<String, Long> numbers = new HashMap<>();
    private boolean itemsSeen;
    private int rowCount;

    EnvelopeWalk(JsonParser parser, BiConsumer<JsonNode, String> rows) {
        this.parser = parser;
        this.reader = new RowReader(parser);
        this.rows = rows;
    }

    /** Takes the value that the parser stands on; the items are the first of the wanted at the top. */
    void value(List<Wanted> wanted) throws IOException {
        walk(wanted, wanted.get(0).pointer());
    }

    Envelope.Figures figures(Envelope envelope) throws MalformedAnswer {
        if (!itemsSeen) {
            throw new MalformedAnswer("the answer has no " + envelope.items());
        }
        if (envelope.total() != null && !numbers.containsKey(envelope.total())) {
            throw new MalformedAnswer("the answer has no " + envelope.total());
        }
        return new Envelope.Figures(
                number(envelope.total()), number(envelope.totalPages()), number(envelope.size()), rowCount);
    }

    private long number(String pointer) {
        return pointer == null ? -1 : numbers.getOrDefault(pointer, -1L);
    }

    private void walk(List<Wanted> wanted, String items) throws IOException {
        for (Wanted each : wanted) {
            if (each.rest().matches()) {
                found(each.pointer(), items);
                return;
            }
        }
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            List<Wanted> below = below(wanted, parser.currentName());
            parser.nextToken();
            if (below.isEmpty()) {
                parser.skipChildren();
            } else {
                walk(below, items);
            }
        }
    }

    private static List<Wanted> below(List<Wanted> wanted, String name) {
        List<Wanted> below = new ArrayList<>(wanted.size());
        for (Wanted each : wanted) {
            JsonPointer rest = each.rest().matchProperty(name);
            if (rest != null) {
                below.add(new Wanted(each.pointer(), rest));
            }
        }
        return below;
    }

    private void found(String pointer, String items) throws IOException {
        if (pointer.equals(items)) {
            items(pointer);
        } else if (!parser.hasToken(JsonToken.VALUE_NULL)) {
            if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.getLongValue() < 0) {
                throw new MalformedAnswer(pointer + " is no whole number");
            }
            numbers.put(pointer, parser.getLongValue());
        }
    }

    private void items(String pointer) throws IOException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            throw new MalformedAnswer(pointer + " is no array");
        }
        if (itemsSeen) {
            throw new MalformedAnswer(pointer + " is there twice");
        }
        itemsSeen = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode row = reader.read();
            rowCount++;
            rows.accept(row, reader.repeated());
        }
    }
}
