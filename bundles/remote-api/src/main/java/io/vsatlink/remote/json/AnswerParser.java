/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.remote.profile.AnswerFormat.Kind;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Presents every response format as a JSON parser. */
final class AnswerParser {
    private final Envelope envelope;

    private AnswerParser(Envelope envelope) {
        this.envelope = envelope;
    }

    static JsonParser of(Envelope envelope, InputStream body, boolean byCharacters) throws IOException {
        Kind kind = envelope.format().kind();
        AnswerParser parser = new AnswerParser(envelope);
        return switch (kind) {
            case JSON -> VendorJson.parser(body, byCharacters);
            case JSON_LINES -> new RowSequence(VendorJson.parser(parser.notEmpty(body), byCharacters));
            case CSV -> parser.csv(body);
            case XML -> parser.rows(xml(body));
        };
    }

    /** An empty body says nothing about rows, except for a page after the first. */
    private InputStream notEmpty(InputStream body) throws IOException {
        InputStream text = new BufferedInputStream(body);
        text.mark(1);
        if (text.read() < 0 && !envelope.later()) {
            throw new MalformedAnswer("expected " + envelope.format().kind().words() + ", got an empty response");
        }
        text.reset();
        return text;
    }

    /** Otherwise an HTML page or a JSON error would pass as a header line with unknown fields. */
    private JsonParser csv(InputStream body) throws IOException {
        InputStream bytes = notEmpty(body);
        Reader text = VendorJson.characters(bytes);
        PeekedReader peeked = new PeekedReader(text);
        char first = peeked.first();
        if (first == '<') {
            throw new MalformedAnswer("expected CSV, got HTML or XML");
        }
        if (first == '{' || first == '[') {
            throw new MalformedAnswer("expected CSV, got JSON");
        }
        return CsvRows.of(peeked, envelope.format().separator(), VendorJson.LIMITS);
    }

    static ObjectNode xml(InputStream body) throws IOException {
        return XmlTree.read(
                new BufferedInputStream(body),
                VendorJson.LIMITS.getMaxNestingDepth(),
                VendorJson.LIMITS.getMaxStringLength());
    }

    private JsonParser rows(ObjectNode document) {
        if (envelope.items() != null
                && envelope.shape() == Shape.ARRAY
                && !envelope.items().isEmpty()) {
            list(document, JsonPointer.compile(envelope.items()));
        }
        return document.traverse();
    }

    /**
     * XML cannot express lists: a single element becomes a list of one, and a missing one an empty list if its parent
     * has no elements at all, or a total is 0.
     */
    private void list(ObjectNode document, JsonPointer items) {
        String name = items.last().getMatchingProperty();
        JsonNode above = document.at(items.head());
        JsonNode found = above.path(name);
        if (above instanceof ObjectNode parent) {
            if (!found.isMissingNode() && !found.isArray()) {
                parent.set(name, empty().add(found));
            } else if (found.isMissingNode() && none(document, parent)) {
                parent.set(name, empty());
            }
        } else if (above.isNull() && !items.head().matches()) {
            JsonNode container = document.at(items.head().head());
            if (container instanceof ObjectNode object) {
                object.putObject(items.head().last().getMatchingProperty()).set(name, empty());
            }
        }
    }

    private static ArrayNode empty() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private boolean none(ObjectNode document, ObjectNode parent) {
        String total = envelope.facts().totalPointer();
        boolean zero = total != null && document.at(total).asText().strip().equals("0");
        return envelope.later() || zero || parent.properties().stream().noneMatch(each -> !isAttribute(each.getKey()));
    }

    private static boolean isAttribute(String name) {
        return name.startsWith("@") || name.startsWith("#");
    }
}
