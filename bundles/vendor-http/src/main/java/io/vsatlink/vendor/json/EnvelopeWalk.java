package io.vsatlink.vendor.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import io.vsatlink.vendor.json.Envelope.Figures;
import io.vsatlink.vendor.json.Envelope.ItemSink;
import io.vsatlink.vendor.json.Envelope.Said;
import io.vsatlink.vendor.profile.ErrorProfile;
import io.vsatlink.vendor.profile.ItemsProfile.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One walk through one answer. */
final class EnvelopeWalk {

    /** As many as a person would read. */
    private static final int MOST_NAMED = 12;

    private static final int LONGEST_NAME = 40;

    /** Something looked for: its pointer from the top, and what of it is left to go from here. */
    private record Wanted(String pointer, JsonPointer rest) {}

    private final JsonParser parser;
    private final Envelope envelope;
    private final ItemSink sink;
    private final Map<String, String> found = new HashMap<>();
    private final List<String> top = new ArrayList<>();
    private boolean itemsSeen;
    private int rowCount;

    EnvelopeWalk(JsonParser parser, Envelope envelope, ItemSink sink) {
        this.parser = parser;
        this.envelope = envelope;
        this.sink = sink;
    }

    /** Takes the document that the parser stands on. */
    void document(List<String> pointers) throws IOException {
        List<Wanted> wanted = pointers.stream()
                .map(pointer -> new Wanted(pointer, JsonPointer.compile(pointer)))
                .toList();
        walk(wanted, true);
    }

    Figures figures() throws MalformedAnswer {
        Optional<Said> error = error(envelope.errors());
        if (error.isPresent()) {
            return new Figures(-1, -1, -1, rowCount, "", error);
        }
        if (!itemsSeen) {
            throw lacks(envelope.items());
        }
        if (envelope.total() != null && !found.containsKey(envelope.total())) {
            throw lacks(envelope.total());
        }
        return new Figures(
                number(envelope.total()),
                number(envelope.totalPages()),
                number(envelope.size()),
                rowCount,
                found.getOrDefault(envelope.next(), ""),
                error);
    }

    /** With what it has instead: it is the profile that has to be corrected. */
    private MalformedAnswer lacks(String pointer) {
        String has = top.isEmpty() ? "" : "; it has " + String.join(", ", top);
        return new MalformedAnswer("the answer has no " + pointer + has);
    }

    private Optional<Said> error(ErrorProfile errors) {
        if (errors.inside200() == null) {
            return Optional.empty();
        }
        String marker = found.get(errors.inside200().pointer());
        return marker != null && errors.inside200().matches(marker)
                ? Optional.of(new Said(first(errors.codePointers()), first(errors.messagePointers())))
                : Optional.empty();
    }

    private String first(List<String> pointers) {
        return pointers.stream()
                .filter(found::containsKey)
                .findFirst()
                .map(found::get)
                .orElse("");
    }

    private long number(String pointer) throws MalformedAnswer {
        if (pointer == null || !found.containsKey(pointer)) {
            return -1;
        }
        try {
            long number = Long.parseLong(found.get(pointer));
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new MalformedAnswer(pointer + " is no whole number");
    }

    private void walk(List<Wanted> wanted, boolean atTop) throws IOException {
        for (Wanted each : wanted) {
            if (each.rest().matches()) {
                if (each.pointer().equals(envelope.items())) {
                    items();
                    return;
                }
                note(each.pointer());
            }
        }
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (atTop && top.size() < MOST_NAMED) {
                top.add(shortened(parser.currentName()));
            }
            List<Wanted> below = below(wanted, parser.currentName());
            parser.nextToken();
            if (below.isEmpty()) {
                parser.skipChildren();
            } else {
                walk(below, false);
            }
        }
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
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

    /** A structure is noted as such: whoever wanted a number is told that it is none. */
    private void note(String pointer) throws IOException {
        if (parser.currentToken().isStructStart()) {
            found.put(pointer, parser.hasToken(JsonToken.START_OBJECT) ? "{}" : "[]");
        } else if (!parser.hasToken(JsonToken.VALUE_NULL)) {
            found.put(pointer, parser.getText());
        }
    }

    private void items() throws IOException {
        if (itemsSeen) {
            throw new MalformedAnswer(envelope.items() + " is there twice");
        }
        if (parser.hasToken(JsonToken.VALUE_NULL) && envelope.errors().inside200() != null) {
            // an error may come with its items as null
            return;
        }
        boolean array = envelope.shape() == Shape.ARRAY;
        if (!parser.hasToken(array ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)) {
            String name = envelope.items().isEmpty() ? "the answer" : envelope.items();
            throw new MalformedAnswer(name + (array ? " is no array" : " is no object"));
        }
        itemsSeen = true;
        if (envelope.shape() == Shape.SINGLE) {
            rowCount++;
            sink.take(parser, null);
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY && !parser.hasToken(JsonToken.END_OBJECT)) {
            String name = null;
            if (envelope.shape() == Shape.MEMBERS) {
                name = parser.currentName();
                parser.nextToken();
            }
            rowCount++;
            sink.take(parser, name);
        }
    }
}
