/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit.felix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The folder of configuration files; {@code ~} in a PID is {@code -} in the file name, as in Karaf. */
public record EtcFolder(Path path) {

    /** Replaces the file of a PID atomically. */
    public void write(String pid, Map<String, String> properties) throws IOException {
        Files.createDirectories(path);
        String lines = new TreeMap<>(properties)
                .entrySet().stream()
                        .map(each -> each.getKey() + " = " + each.getValue() + "\n")
                        .collect(Collectors.joining());
        Path file = path.resolve(pid.replace('~', '-') + ".cfg");
        Path beside = Files.writeString(path.resolve(file.getFileName() + ".new"), lines, StandardCharsets.ISO_8859_1);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
