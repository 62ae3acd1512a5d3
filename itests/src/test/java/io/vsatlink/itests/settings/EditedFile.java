/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A configuration file edited by a user whose editor writes a new file and renames it. */
record EditedFile(Path path) {

    void create(Map<String, String> settings) throws IOException {
        List<String> lines = new ArrayList<>(List.of("# mine", ""));
        new TreeMap<>(settings).forEach((key, value) -> lines.addAll(List.of("# about " + key, key + " = " + value)));
        Files.write(path, lines);
    }

    void edit(String key, String value) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.isEmpty()) {
            // nobody would edit a file that FileInstall has just truncated to rewrite it
            lines.addAll(Files.readAllLines(path, StandardCharsets.ISO_8859_1));
        }
        lines.removeIf(line -> line.startsWith(key + " ="));
        lines.add(key + " = " + value);
        Path beside = Files.write(path.resolveSibling("edited"), lines, StandardCharsets.ISO_8859_1);
        Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(path));
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    String text() throws IOException {
        return Files.readString(path, StandardCharsets.ISO_8859_1);
    }

    Map<String, String> settings() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            properties.load(reader);
        }
        properties.remove("felix.fileinstall.filename");
        Map<String, String> settings = new TreeMap<>();
        properties.forEach((key, value) -> settings.put(key.toString(), value.toString()));
        return settings;
    }
}
