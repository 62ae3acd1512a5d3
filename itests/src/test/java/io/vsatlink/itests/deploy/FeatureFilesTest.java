/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a feature brings alone, with the features that it names. */
class FeatureFilesTest {
    private static final Path FEATURES = Path.of("../features/src/main/feature/features.xml");

    @Test
    void everyConnectorBringsTheSchemasOfVendorProfilesOnce() throws Exception {
        Map<String, Element> features = features();
        for (String connector : List.of("vsatlink-satprov", "vsatlink-etms")) {
            Set<String> all = new HashSet<>();
            add(connector, features, all);
            List<String> schemas = all.stream()
                    .flatMap(name -> texts(features.get(name), "configfile", "finalname").stream())
                    .filter(name -> name.endsWith(".schema.json"))
                    .sorted()
                    .toList();
            assertEquals(
                    List.of("/etc/vendor-profile-2.schema.json", "/etc/vendor-profile.schema.json"),
                    schemas,
                    connector);
        }
    }

    private static void add(String feature, Map<String, Element> features, Set<String> found) {
        if (features.containsKey(feature) && found.add(feature)) {
            texts(features.get(feature), "feature", null).forEach(name -> add(name, features, found));
        }
    }

    private static Map<String, Element> features() throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FEATURES.toFile())
                .getElementsByTagName("feature");
        Map<String, Element> features = new HashMap<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element feature = (Element) all.item(i);
            if (feature.hasAttribute("name")) {
                features.put(feature.getAttribute("name"), feature);
            }
        }
        assertTrue(features.containsKey("vsatlink-kit"), features.toString());
        return features;
    }

    /** @param attribute null for the text of the element */
    private static List<String> texts(Element feature, String tag, String attribute) {
        NodeList found = feature.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .map(each -> attribute == null ? each.getTextContent() : each.getAttribute(attribute))
                .toList();
    }
}
