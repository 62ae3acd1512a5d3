/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Searches for passwords in all files and outputs. */
public final class PlantedSecrets {
    private final List<String> secrets;
    private final StringBuilder outputs = new StringBuilder();

    public PlantedSecrets(String... secrets) {
        this.secrets = List.of(secrets);
    }

    /** Adds an output to search. */
    public void output(String text) {
        outputs.append(text).append('\n');
    }

    /**
     * Searches all files except those that hold the secret by design: the elements' settings, and the configuration
     * admin's copy.
     */
    public void assertNotFoundIn(Path karaf) throws IOException {
        List<String> found = new ArrayList<>();
        look("an output", outputs.toString(), found);
        try (Stream<Path> files = Files.walk(karaf)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path inside = karaf.relativize(file);
                boolean settings = inside.toString().matches("etc/io\\.vsatlink\\.[^/]*\\.cfg|.*\\.config");
                if (!settings && !inside.startsWith("system") && !inside.startsWith("lib")) {
                    look(inside, file, found);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private void look(Path inside, Path file, List<String> found) throws IOException {
        if (inside.toString().endsWith(".zip")) {
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    look(inside + "!" + entry.getName(), text(zip), found);
                }
            }
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                look(inside.toString(), text(in), found);
            }
        }
    }

    private void look(String where, String text, List<String> found) {
        secrets.stream().filter(text::contains).forEach(secret -> found.add(secret + " in " + where));
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
