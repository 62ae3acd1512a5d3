/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The commented {@code .cfg} file of an element, generated from its catalog. Tests compare the shipped files with it;
 * run them with {@code -Dvsatlink.write=true} to rewrite the files.
 */
public final class CfgTemplate {

    private CfgTemplate() {}

    /** @param introduction the first lines, without comment signs */
    public static String of(SettingCatalog catalog, String introduction) {
        StringBuilder text = new StringBuilder();
        text.append(comment(introduction)).append(comment("Each commented-out line shows the default."));
        String row = "";
        for (SettingDefinition setting : catalog.definitions()) {
            text.append(setting.row().equals(row) && !row.isEmpty() ? "" : "\n");
            row = setting.row();
            text.append(comment(setting.description() + ". Allowed: " + setting.allowed() + "."));
            text.append("#").append(setting.key()).append(" = ").append(setting.defaultValue());
            text.append("\n");
        }
        return text.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Returns the shipped file of this name, which is rewritten first if requested. */
    public static String shipped(String name, String expected) {
        Path file = Path.of("..", "..", "features", "src", "main", "etc", name);
        try {
            if (Boolean.getBoolean("vsatlink.write")) {
                Files.writeString(file, expected, StandardCharsets.US_ASCII);
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String comment(String text) {
        return Arrays.stream(text.split("\n")).map(line -> "# " + line + "\n").collect(Collectors.joining());
    }
}
