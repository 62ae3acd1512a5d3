package io.vsatlink.store.migration;

import io.vsatlink.store.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One step of the schema.
 *
 * @param version the schema after it
 * @param script statements, each ended by a semicolon at the end of a line; types in braces are the dialect's
 */
record SchemaStep(int version, String script) {

    /** The steps of this version, which never change once they were released. */
    static List<SchemaStep> known() {
        return List.of(load(1), load(2), load(3));
    }

    private static SchemaStep load(int version) {
        String name = "schema-" + version + ".sql";
        try (InputStream in = SchemaStep.class.getResourceAsStream(name)) {
            return new SchemaStep(version, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
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
