/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import io.vsatlink.remote.json.Envelope.Figures;
import io.vsatlink.remote.json.Envelope.ItemSink;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one response. */
final class EnvelopeWalk {

    /** A wanted value: its pointer from the root, and the part of it below the current value. */
    private record Wanted(String pointer, JsonPointer rest) {}

    private final JsonParser parser;
    private final Envelope envelope;
    private final ItemSink sink;
    private final EnvelopeFindings findings;
    private boolean itemsSeen;

    EnvelopeWalk(JsonParser parser, Envelope envelope, ItemSink sink) {
        this.parser = parser;
        this.envelope = envelope;
        this.sink = sink;
        this.findings = new EnvelopeFindings(envelope);
    }

    /** Reads the parser's current document. */
    void document(List<String> pointers) throws IOException {
        List<Wanted> wanted = pointers.stream()
                .map(pointer -> new Wanted(pointer, JsonPointer.compile(pointer)))
                .toList();
        if (parser.hasToken(JsonToken.START_ARRAY)) {
            findings.isList();
        }
        walk(wanted, true);
    }

    Figures figures() throws MalformedAnswer {
        return findings.figures();
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
            if (atTop) {
                findings.top(parser.currentName());
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

    /** A pointer may lead through a list by index. */
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

    /** If the response should be a list, an object may be an error. */
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

    /** The pointers below an element of a list. A row at the place where an error is expected is not an error. */
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

    /** Records an object or array as such, so that a check for a number fails with a message. */
    private void note(String pointer) throws IOException {
        if (parser.currentToken().isStructStart()) {
            findings.found(pointer, parser.hasToken(JsonToken.START_OBJECT) ? "{}" : "[]");
        } else if (parser.hasToken(JsonToken.VALUE_NULL)) {
            findings.foundNull(pointer);
        } else {
            findings.found(pointer, parser.getText());
        }
    }

    /** @param wanted other values wanted inside the items */
    private void items(List<Wanted> wanted) throws IOException {
        if (itemsSeen) {
            throw new MalformedAnswer(envelope.items() + " occurs twice");
        }
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            findings.foundNull(envelope.items());
            return;
        }
        boolean array = envelope.shape() == Shape.ARRAY;
        if (!parser.hasToken(array ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)) {
            String name = envelope.items().isEmpty() ? "the response" : envelope.items();
            throw new MalformedAnswer(name + (array ? " is not an array" : " is not an object"));
        }
        itemsSeen = true;
        findings.itemsSeen();
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

    /** An error may be a list of texts in place of the rows. */
    private void among(List<Wanted> wanted) throws IOException {
        for (Wanted each : element(wanted, findings.rows())) {
            if (each.rest().matches()) {
                note(each.pointer());
            }
        }
    }

    private void row(String name) throws IOException {
        findings.row(parser.hasToken(JsonToken.START_OBJECT));
        sink.take(parser, name);
    }
}
