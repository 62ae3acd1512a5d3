/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vsatlink.testkit.AwkwardTexts;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The JDK's properties are the referee in both directions: release 0.1.0 wrote the texts with them. */
class RequestFieldsTest {
    private static final List<String> PIECES = Stream.concat(
                    AwkwardTexts.PIECES.stream(), Stream.of("\n", "\r", "\f", "\r\n", "n", "u0041", "\u0001"))
            .toList();

    @Test
    void theFieldsComeBackWhateverIsInThem() throws IOException {
        for (Map<String, String> fields : fields()) {
            String text = RequestFields.text(fields);
            assertEquals(fields, RequestFields.of(text), text);
            assertEquals(fields, byProperties(text), text);
        }
    }

    @Test
    void theTextsOfAnEarlierReleaseAreRead() throws IOException {
        for (Map<String, String> fields : fields()) {
            StringWriter text = new StringWriter();
            Properties properties = new Properties();
            properties.putAll(fields);
            properties.store(text, null);
            String lines = text.toString()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .sorted()
                    .collect(Collectors.joining("\n"));
            assertEquals(fields, RequestFields.of(lines), lines);
        }
    }

    @Test
    void aTextThatNobodyOfUsWroteIsRefused() {
        for (String text : List.of("a=\\u00zz", "a=\\x", "a=\\", "a=b\nc")) {
            assertThrows(IllegalArgumentException.class, () -> RequestFields.of(text), text);
        }
    }

    @Test
    void noFieldsAreAnEmptyText() {
        assertEquals("", RequestFields.text(Map.of()));
        assertEquals(Map.of(), RequestFields.of(""));
    }

    @Test
    void theTextIsReadableAndSorted() {
        assertEquals(
                "description=down since 10\\:00\\nsecond line\nseverity=3",
                RequestFields.text(Map.of("severity", "3", "description", "down since 10:00\nsecond line")));
    }

    private static List<Map<String, String>> fields() {
        List<Map<String, String>> all = new ArrayList<>();
        AwkwardTexts.known().forEach(text -> all.add(Map.of("field", text, text, "value", "empty", "")));
        List<String> texts = AwkwardTexts.of(PIECES).limit(2_000).toList();
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            all.add(Map.of("field", texts.get(i), texts.get(i) + i, texts.get(i + 1)));
        }
        return all;
    }

    private static Map<String, String> byProperties(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
