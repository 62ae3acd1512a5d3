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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final Set<String> nulls = new HashSet<>();
    private final List<String> top = new ArrayList<>();
    private boolean list;
    private boolean itemsSeen;
    private boolean itemsNull;
    private int rowCount;
    private int objectCount;

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
        list = parser.hasToken(JsonToken.START_ARRAY);
        walk(wanted, true);
    }

    Figures figures() throws MalformedAnswer {
        Optional<Said> error = error(envelope.errors());
        if (error.isPresent()) {
            return new Figures(-1, -1, -1, rowCount, "", error);
        }
        if (envelope.items() != null && !itemsSeen) {
            requireNone();
        }
        if (rowCount > 0 && objectCount == 0) {
            throw new MalformedAnswer(
                    rowCount == 1
                            ? "the only row " + place() + " is not an object"
                            : "none of the " + rowCount + " rows " + place() + " is an object");
        }
        if (envelope.total() != null && !found.containsKey(envelope.total())) {
            throw lacks(envelope.total());
        }
        return new Figures(
                number(envelope.total()),
                number(envelope.totalPages()),
                number(envelope.size()),
                rowCount,
                next(),
                error);
    }

    /** Null says that there are no rows only where the vendor says so in another way too. */
    private void requireNone() throws MalformedAnswer {
        if (!itemsNull) {
            throw envelope.items().isEmpty() ? new MalformedAnswer("the answer is no array") : lacks(envelope.items());
        }
        if (envelope.shape() == Shape.SINGLE) {
            throw new MalformedAnswer(envelope.items() + " is null");
        }
        boolean none = number(envelope.total()) == 0 || number(envelope.totalPages()) == 0;
        if (!none && !envelope.later()) {
            throw new MalformedAnswer(
                    envelope.items() + " is null, and the answer does not report that there are no rows");
        }
    }

    private String place() {
        return envelope.items().isEmpty() ? "of the answer" : "at " + envelope.items();
    }

    /** With what it has instead: it is the profile that has to be corrected. */
    private MalformedAnswer lacks(String pointer) {
        if (nulls.contains(pointer)) {
            return new MalformedAnswer(pointer + " is null");
        }
        if (list) {
            return new MalformedAnswer("the answer is a list and has no " + pointer);
        }
        String has = top.isEmpty() ? "" : "; it has " + String.join(", ", top);
        return new MalformedAnswer("the answer has no " + pointer + has);
    }

    private String next() throws MalformedAnswer {
        String next = found.getOrDefault(envelope.next(), "");
        if (next.equals("{}") || next.equals("[]")) {
            throw new MalformedAnswer(envelope.next() + " is no text");
        }
        return next;
    }

    private Optional<Said> error(ErrorProfile errors) {
        if (errors.inside200() == null) {
            return Optional.empty();
        }
        String marker = found.get(errors.inside200().pointer());
        return marker != null && errors.inside200().matches(marker)
                ? Optional.of(new Said(
                        first(errors.codePointers()),
                        first(errors.messagePointers()),
                        pointer -> found.getOrDefault(pointer, "")))
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
                if (each.pointer().equals(envelope.items()) && !instead()) {
                    items(wanted);
                    return;
                }
                note(each.pointer());
            }
        }
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            members(wanted, atTop);
        } else if (parser.hasToken(JsonToken.START_ARRAY)) {
            elements(wanted);
        }
    }

    private void members(List<Wanted> wanted, boolean atTop) throws IOException {
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

    /** A pointer may lead through a list, by number. */
    private void elements(List<Wanted> wanted) throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            List<Wanted> below = element(wanted, i);
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

    /** Where the whole answer should be a list, an error may be an object. */
    private boolean instead() {
        return envelope.items().isEmpty()
                && envelope.shape() == Shape.ARRAY
                && envelope.errors().inside200() != null
                && parser.hasToken(JsonToken.START_OBJECT);
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

    /** What goes on below an element of a list; a row in the place where an error may stand is no error. */
    private List<Wanted> element(List<Wanted> wanted, int place) {
        List<Wanted> below = new ArrayList<>(0);
        for (Wanted each : wanted) {
            JsonPointer rest = each.rest().matchElement(place);
            if (rest != null && !(rest.matches() && isRow(each.pointer()))) {
                below.add(new Wanted(each.pointer(), rest));
            }
        }
        return below;
    }

    private boolean isRow(String pointer) {
        return parser.currentToken().isStructStart()
                && envelope.errors().inside200() != null
                && envelope.errors().inside200().pointer().equals(pointer);
    }

    /** A structure is noted as such: whoever wanted a number is told that it is none. */
    private void note(String pointer) throws IOException {
        if (parser.currentToken().isStructStart()) {
            found.put(pointer, parser.hasToken(JsonToken.START_OBJECT) ? "{}" : "[]");
        } else if (parser.hasToken(JsonToken.VALUE_NULL)) {
            nulls.add(pointer);
        } else {
            found.put(pointer, parser.getText());
        }
    }

    /** @param wanted what is wanted of it beside its rows */
    private void items(List<Wanted> wanted) throws IOException {
        if (itemsSeen) {
            throw new MalformedAnswer(envelope.items() + " is there twice");
        }
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            itemsNull = true;
            return;
        }
        boolean array = envelope.shape() == Shape.ARRAY;
        if (!parser.hasToken(array ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)) {
            String name = envelope.items().isEmpty() ? "the answer" : envelope.items();
            throw new MalformedAnswer(name + (array ? " is no array" : " is no object"));
        }
        itemsSeen = true;
        if (envelope.shape() == Shape.SINGLE) {
            row(null);
            return;
        }
        List<Wanted> among = wanted.size() == 1 ? List.of() : wanted;
        while (parser.nextToken() != JsonToken.END_ARRAY && !parser.hasToken(JsonToken.END_OBJECT)) {
            String name = null;
            if (envelope.shape() == Shape.MEMBERS) {
                name = parser.currentName();
                parser.nextToken();
            } else if (!among.isEmpty() && !parser.hasToken(JsonToken.START_OBJECT)) {
                among(among);
            }
            row(name);
        }
    }

    /** A refusal may be a list of texts where rows should be. */
    private void among(List<Wanted> wanted) throws IOException {
        for (Wanted each : element(wanted, rowCount)) {
            if (each.rest().matches()) {
                note(each.pointer());
            }
        }
    }

    private void row(String name) throws IOException {
        rowCount++;
        objectCount += parser.hasToken(JsonToken.START_OBJECT) ? 1 : 0;
        sink.take(parser, name);
    }
}
