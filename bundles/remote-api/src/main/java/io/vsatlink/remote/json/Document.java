/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vsatlink.remote.profile.AnswerFormat;
import io.vsatlink.remote.profile.AnswerFormat.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A small response that is read as a whole, such as a login or an error. */
public final class Document {

    private final JsonNode root;

    private Document(JsonNode root) {
        this.root = root;
    }

    /** @throws MalformedAnswer if the bytes are not one JSON document */
    public static Document read(byte[] bytes) throws MalformedAnswer {
        try {
            return read(bytes, false);
        } catch (MalformedAnswer e) {
            if (!e.halfInAName()) {
                throw e;
            }
            return read(bytes, true);
        }
    }

    /**
     * An error, written in JSON, or in XML where the vendor speaks XML.
     *
     * @throws MalformedAnswer if the bytes are neither
     */
    public static Document error(byte[] bytes, AnswerFormat format) throws MalformedAnswer {
        try {
            return read(bytes);
        } catch (MalformedAnswer e) {
            if (format.kind() != Kind.XML) {
                throw e;
            }
            return xml(bytes);
        }
    }

    private static Document xml(byte[] bytes) throws MalformedAnswer {
        try {
            return new Document(AnswerParser.xml(new ByteArrayInputStream(bytes)));
        } catch (MalformedAnswer e) {
            throw e;
        } catch (IOException e) {
            throw new MalformedAnswer("the text is not valid Unicode");
        }
    }

    private static Document read(byte[] bytes, boolean byCharacters) throws MalformedAnswer {
        ObjectReader reader = VendorJson.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            JsonNode root = byCharacters
                    ? reader.readTree(VendorJson.characters(new ByteArrayInputStream(bytes)))
                    : reader.readTree(bytes);
            if (root.isMissingNode()) {
                throw new MalformedAnswer("expected JSON, got an empty response");
            }
            return new Document(root);
        } catch (MalformedAnswer e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw VendorJson.malformed(e);
        } catch (NumberFormatException e) {
            // thrown by Jackson if an exponent is beyond the range of int
            throw new MalformedAnswer("the JSON exceeds one of our limits: the exponent of a number is too large");
        } catch (IOException e) {
            throw new MalformedAnswer("the text is not valid Unicode");
        }
    }

    /** The root of the document. */
    public JsonNode root() {
        return root;
    }

    /** The first text or number at one of these pointers. */
    public Optional<String> text(List<String> pointers) {
        return pointers.stream()
                .map(root::at)
                .filter(node -> node.isTextual() || node.isNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /**
     * The value as text; an empty text for an object or list. Empty for null, for a row of a list, and if there is no
     * value.
     */
    public Optional<String> shown(String pointer) {
        JsonNode node = root.at(pointer);
        if (node.isMissingNode() || node.isNull() || (node.isContainerNode() && isElement(pointer))) {
            return Optional.empty();
        }
        return Optional.of(node.isObject() ? "{}" : node.isArray() ? "[]" : node.asText());
    }

    private boolean isElement(String pointer) {
        int last = pointer.lastIndexOf('/');
        return last >= 0 && root.at(pointer.substring(0, last)).isArray();
    }

    /** Like {@link #shown}; for a list of texts, numbers or booleans all of its elements. */
    public List<String> all(String pointer) {
        JsonNode node = root.at(pointer);
        boolean values = node.isArray() && !node.isEmpty();
        for (JsonNode each : node) {
            values &= each.isValueNode();
        }
        if (!values || !node.isArray()) {
            return shown(pointer).stream().toList();
        }
        List<String> all = new ArrayList<>();
        node.forEach(each -> all.add(each.asText()));
        return all;
    }

    public OptionalLong wholeNumber(String pointer) {
        JsonNode node = root.at(pointer);
        return node.canConvertToLong() && node.isIntegralNumber()
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }
}
