/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that are sent to the browser. */
class ConsoleBundleTest {
    private static final Path BUNDLE = Path.of("..", "bundles", "web-console");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>)]+");

    @Test
    void isSmall() throws Exception {
        try (Stream<Path> files = Files.list(BUNDLE.resolve("target"))) {
            Path jar = files.filter(
                            file -> file.getFileName().toString().matches("web-console-[\\d.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(Files.size(jar) < 500_000, jar + " has " + Files.size(jar));
        }
    }

    @Test
    void namesNoAddressElsewhere() throws Exception {
        List<String> addresses = new ArrayList<>();
        try (Stream<Path> files = Files.walk(BUNDLE.resolve("src/main/resources/page"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher address = ADDRESS.matcher(Files.readString(file));
                while (address.find()) {
                    addresses.add(file + ": " + address.group());
                }
            }
        }
        // the name of an XML namespace, which is never requested
        addresses.removeIf(address -> address.endsWith("http://www.w3.org/2000/svg"));
        assertEquals(List.of(), addresses);
    }
}
