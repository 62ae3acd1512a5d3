/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The descriptions of an object class definition, read from the Metatype document that the build generates. The
 * annotations themselves are not available at run time, and their texts must not be duplicated.
 */
final class MetatypeDescriptions {

    private MetatypeDescriptions() {}

    /** Descriptions by key, in the order of their definition. */
    static Map<String, String> of(Class<?> objectClass) {
        String resource = "/OSGI-INF/metatype/" + objectClass.getName() + ".xml";
        try (InputStream xml = objectClass.getResourceAsStream(resource)) {
            if (xml == null) {
                throw new IllegalStateException(resource + " is missing: the build makes it of " + objectClass);
            }
            return read(xml);
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException(resource + " is unreadable", e);
        }
    }

    private static Map<String, String> read(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        Map<String, String> descriptions = new LinkedHashMap<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("AD")) {
                String description = reader.getAttributeValue(null, "description");
                descriptions.put(reader.getAttributeValue(null, "id"), description == null ? "" : description);
            }
        }
        return descriptions;
    }
}
