/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Converts XML to a JSON tree: an element becomes an object, an attribute its member {@code @name}, a text the value or
 * the member {@code #text}, and elements of the same name a list. Prefixes are dropped. No DTD, and only XML's
 * predefined entities: a document that declares others is refused.
 */
final class XmlTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String TEXT = "#text";
    private static final int MOST_NODES = 1_000_000;

    /** The JDK's own parser, whatever the host provides: its limits are known. */
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final int deepest;
    private final int longest;
    private final Tail tail;
    private String root = "";
    private int nodes;

    private XmlTree(XMLStreamReader xml, Tail tail, int deepest, int longest) {
        this.xml = xml;
        this.tail = tail;
        this.deepest = deepest;
        this.longest = longest;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** @return an object whose only member is the root element */
    static ObjectNode read(InputStream body, int deepest, int longest) throws IOException {
        Tail tail = new Tail(body);
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(tail);
            return new XmlTree(reader, tail, deepest, longest).document();
        } catch (XMLStreamException e) {
            throw malformed(e, tail, "");
        }
    }

    private ObjectNode document() throws IOException {
        try {
            return children();
        } catch (XMLStreamException e) {
            throw malformed(e, tail, root);
        }
    }

    private ObjectNode children() throws XMLStreamException, MalformedAnswer {
        ObjectNode document = NODES.objectNode();
        while (xml.hasNext()) {
            int event = xml.next();
            refuseEntities(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().toLowerCase(Locale.ROOT).equals("html")) {
                    throw new MalformedAnswer("expected XML, got HTML");
                }
                String name = xml.getLocalName();
                root = (xml.getPrefix().isEmpty() ? "" : xml.getPrefix() + ":") + name;
                document.set(name, element(1));
            }
        }
        return document;
    }

    private void refuseEntities(int event) throws MalformedAnswer {
        if (event == XMLStreamConstants.DTD) {
            throw new MalformedAnswer("the XML has a DOCTYPE, which is not accepted: it may define entities");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new MalformedAnswer("the XML refers to an entity, which is not accepted");
        }
    }

    private JsonNode element(int depth) throws XMLStreamException, MalformedAnswer {
        if (depth > deepest) {
            throw VendorJson.limit("XML", "more than " + deepest + " elements stand within each other");
        }
        count();
        ObjectNode members = null;
        boolean nil = false;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (INSTANCE.equals(xml.getAttributeNamespace(i))) {
                nil |= xml.getAttributeLocalName(i).equals("nil")
                        && xml.getAttributeValue(i).strip().matches("true|1");
            } else {
                count();
                members = members == null ? NODES.objectNode() : members;
                members.put("@" + xml.getAttributeLocalName(i), checked(xml.getAttributeValue(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        boolean elements = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            refuseEntities(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                members = members == null ? NODES.objectNode() : members;
                add(members, name, element(depth + 1));
                elements = true;
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                checked(text);
            }
        }
        return nil ? NODES.nullNode() : value(members, text.toString(), elements);
    }

    /** An empty element has no value, and blanks between elements are ignored. */
    private static JsonNode value(ObjectNode members, String text, boolean elements) {
        if (members == null) {
            return text.isEmpty() ? NODES.nullNode() : NODES.textNode(text);
        }
        if (!text.isEmpty() && !(elements && text.isBlank())) {
            members.put(TEXT, text);
        }
        return members;
    }

    private static void add(ObjectNode members, String name, JsonNode value) {
        JsonNode there = members.get(name);
        if (there == null) {
            members.set(name, value);
        } else if (there instanceof ArrayNode list) {
            list.add(value);
        } else {
            members.set(name, NODES.arrayNode().add(there).add(value));
        }
    }

    private <T extends CharSequence> T checked(T text) throws MalformedAnswer {
        if (text.length() > longest) {
            throw VendorJson.limit("XML", "a text is longer than " + longest + " characters");
        }
        return text;
    }

    private void count() throws MalformedAnswer {
        nodes++;
        if (nodes > MOST_NODES) {
            throw VendorJson.limit("XML", "it has more than " + MOST_NODES + " elements and attributes");
        }
    }

    /** Without the parser's message, which quotes the document. */
    private static IOException malformed(XMLStreamException e, Tail tail, String root) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharConversionException) {
                return new MalformedAnswer("the text is not valid Unicode");
            }
        }
        if (e.getNestedException() instanceof IOException broken) {
            return broken;
        }
        if (tail.empty()) {
            return new MalformedAnswer("expected XML, got an empty response");
        }
        return tail.cut(root)
                ? new MalformedAnswer("the XML is incomplete, at byte " + tail.bytes(), true)
                : new MalformedAnswer(
                        "not valid XML, in line " + e.getLocation().getLineNumber());
    }
}
