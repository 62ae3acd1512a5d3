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
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One step of the schema.
 *
 * @param version the schema version after the step
 * @param script statements, each ended by a semicolon at the end of a line; names in braces are replaced by the dialect's types
 */
record SchemaStep(int version, String script) {
    private static final Pattern TABLE = Pattern.compile("^CREATE TABLE (\\w+)", Pattern.MULTILINE);
    private static final Pattern USABLE = Pattern.compile("^-- Usable since schema (\\d+)$", Pattern.MULTILINE);
    private static final String NAME = "%sschema-%d.sql";

    /** The steps of this version: one file each, numbered from 1. A file never changes once it is released. */
    static List<SchemaStep> known() {
        List<SchemaStep> steps = new ArrayList<>();
        for (Optional<String> script = script("", 1); script.isPresent(); script = script("", steps.size() + 1)) {
            steps.add(new SchemaStep(steps.size() + 1, script.get()));
        }
        return steps;
    }

    private static Optional<String> script(String folder, int version) {
        String name = NAME.formatted(folder, version);
        try (InputStream script = SchemaStep.class.getResourceAsStream(name)) {
            return script == null
                    ? Optional.empty()
                    : Optional.of(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The schema that a program must know to use a database that has had the step: this one, if the step does more than add. */
    int usableSince() {
        return USABLE.matcher(script)
                .results()
                .map(match -> Integer.parseInt(match.group(1)))
                .findFirst()
                .orElse(version);
    }

    /** The tables that the step creates. */
    Stream<String> tables() {
        return TABLE.matcher(script).results().map(match -> match.group(1));
    }

    /** The statements for all databases, then those for this product. */
    List<String> statements(Dialect dialect) {
        String own = dialect.schemaFolder()
                .flatMap(folder -> script(folder + "/", version))
                .orElse("");
        String sql = (script + "\n" + own)
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        for (Map.Entry<String, String> type : dialect.types().entrySet()) {
            sql = sql.replace("{" + type.getKey() + "}", type.getValue());
        }
        return Arrays.stream(sql.split(";\\s*(\n|$)", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
