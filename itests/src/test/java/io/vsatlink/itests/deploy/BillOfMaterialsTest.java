/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * The SBOM of the archive lists all of its components, including those embedded in our bundles, and no more; the
 * notices name the third-party ones.
 */
class BillOfMaterialsTest {
    private static final Path TARGET = Path.of("../features/target");

    private final Set<String> carried = new TreeSet<>();
    /** Third-party packages copied into our bundles without a jar. */
    private final Set<String> copied = new TreeSet<>();

    private final Set<String> withoutNotice = new TreeSet<>();

    @Test
    void theSbomListsWhatIsCarriedAndNoMoreAndWhatIsInsideABundleIsInItsNotice() throws Exception {
        try (InputStream in = Files.newInputStream(TARGET.resolve("vsatlink.kar"))) {
            readArchive(in);
        }
        assertTrue(carried.size() > 20, carried.toString());

        Map<String, String> listed = listed();
        assertEquals(Set.of(), without(carried, listed.keySet()), "not in the SBOM");
        Set<String> more = new TreeSet<>();
        without(listed.keySet(), carried).forEach(file -> more.add(listed.get(file)));
        assertEquals(more, ownersOf(copied, more), "in the SBOM without a jar, and owners of what is copied");
        assertEquals(Set.of(), withoutNotice, "named by no notice");
    }

    private void readArchive(InputStream archive) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                carried.add(file(entry.getName()));
                if (entry.getName().startsWith("repository/io/vsatlink/")) {
                    readBundle(zip.readAllBytes());
                }
            }
        }
    }

    private void readBundle(byte[] bundle) throws IOException {
        Set<String> inside = new TreeSet<>();
        String notice = "";
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                inside.add(file(entry.getName()));
            } else if (entry.getName().equals("META-INF/NOTICE")) {
                notice = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            } else if (entry.getName().endsWith(".class") && !entry.getName().startsWith("io/vsatlink/")) {
                copied.add(entry.getName().replaceFirst("/[^/]*$", "").replace('/', '.'));
            }
        }
        carried.addAll(inside);
        for (String jar : inside) {
            if (!notice.contains(jar.replaceFirst("-[0-9][0-9A-Za-z.]*$", ""))) {
                withoutNotice.add(jar);
            }
        }
    }

    /** Artifacts are named after their packages; a package without a matching artifact stands for itself. */
    private static Set<String> ownersOf(Set<String> packages, Set<String> artifacts) {
        Set<String> owners = new TreeSet<>();
        for (String each : packages) {
            owners.add(artifacts.stream().filter(each::startsWith).findFirst().orElse(each));
        }
        return owners;
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** Artifacts by file name without extension. */
    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        JsonNode bill =
                new ObjectMapper().readTree(TARGET.resolve("vsatlink-sbom.json").toFile());
        assertEquals("CycloneDX", bill.path("bomFormat").asText());
        for (JsonNode component : bill.path("components")) {
            String name = component.path("name").asText();
            listed.put(name + "-" + component.path("version").asText(), name);
        }
        return listed;
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }
}
