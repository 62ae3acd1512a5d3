/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.migration;

import io.vsatlink.store.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One step of the schema.
 *
 * @param version the schema version after the step
 * @param script statements, each ended by a semicolon at the end of a line; names in braces are replaced by the dialect's types
 */
record SchemaStep(int version, String script) {

    /** The steps of this version: one file each, numbered from 1. A file never changes once it is released. */
    static List<SchemaStep> known() {
        List<SchemaStep> steps = new ArrayList<>();
        for (InputStream script = script(1); script != null; script = script(steps.size() + 1)) {
            steps.add(read(steps.size() + 1, script));
        }
        return steps;
    }

    private static InputStream script(int version) {
        return SchemaStep.class.getResourceAsStream("schema-" + version + ".sql");
    }

    private static SchemaStep read(int version, InputStream script) {
        try (script) {
            return new SchemaStep(version, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("schema-" + version + ".sql", e);
        }
    }

    List<String> statements(Dialect dialect) {
        String sql = script.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        for (Map.Entry<String, String> type : dialect.types().entrySet()) {
            sql = sql.replace("{" + type.getKey() + "}", type.getValue());
        }
        return Arrays.stream(sql.split(";\\s*(\n|$)", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
