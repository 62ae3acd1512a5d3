/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The SBOM of the assembly lists all of its components, including Karaf's and those embedded in others, and no more.
 */
class AssemblyBillTest {
    private static final Path ASSEMBLY = Path.of("../karaf-assembly/target");

    @TempDir
    Path folder;

    @Test
    void theSbomOfTheAssemblyListsWhatItConsistsOfAndNoMore() throws Exception {
        Set<String> parts = new TreeSet<>();
        for (Path jar : jars()) {
            parts.add(stem(jar.toString()));
            parts.addAll(inside(jar));
        }
        assertTrue(parts.size() > 150, parts.toString());

        Set<String> listed = listed(ASSEMBLY.resolve("vsatlink-assembly-sbom.json"));
        assertEquals(Set.of(), without(parts, listed), "not in the SBOM");
        // this list also has classes copied into our bundles; another test compares it with the archive
        Set<String> archive = listed(Path.of("../features/target/vsatlink-sbom.json"));
        assertEquals(Set.of(), without(without(listed, parts), archive), "only in the SBOM");
    }

    private List<Path> jars() throws Exception {
        Path tar = Path.of("../karaf-assembly/target/vsatlink-" + version() + ".tar.gz");
        Process unpacking = new ProcessBuilder(
                        "tar", "xzf", tar.toString(), "-C", folder.toString(), "--wildcards", "*.jar")
                .inheritIO()
                .start();
        assertEquals(0, unpacking.waitFor());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String version() throws IOException {
        return read(ASSEMBLY.resolve("vsatlink-assembly-sbom.json"))
                .at("/metadata/component/version")
                .asText();
    }

    /** Embedded jars and signs of copied classes. */
    private static Set<String> inside(Path jar) throws IOException {
        Set<String> inside = new TreeSet<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".jar")) {
                    inside.add(stem(entry.getName()));
                } else if (entry.getName().matches("META-INF/maven/.+/pom\\.properties")) {
                    Properties note = new Properties();
                    try (InputStream in = zip.getInputStream(entry)) {
                        note.load(in);
                    }
                    inside.add(note.getProperty("artifactId") + "-" + note.getProperty("version"));
                }
            }
        }
        return inside;
    }

    private static Set<String> listed(Path file) throws IOException {
        Set<String> listed = new TreeSet<>();
        for (JsonNode component : read(file).path("components")) {
            assertTrue(component.path("purl").asText().startsWith("pkg:maven/"), component.toString());
            listed.add(component.path("name").asText() + "-"
                    + component.path("version").asText());
        }
        return listed;
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String stem(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }
}
