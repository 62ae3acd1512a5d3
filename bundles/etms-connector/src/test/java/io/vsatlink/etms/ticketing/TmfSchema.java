package io.vsatlink.etms.ticketing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Definitions of the TM Forum's Trouble Ticket API, as far as they use JSON schema: types, required and known properties,
 * enumerations, times.
 */
final class TmfSchema {
    private static final String NAME = "TMF621-TroubleTicket-v4.0.0.swagger.json";

    private final JsonNode definitions;

    private TmfSchema(JsonNode definitions) {
        this.definitions = definitions;
    }

    /** The part that we use, in words of ours: nothing else is ever sent. */
    static TmfSchema used() throws IOException {
        try (InputStream json = TmfSchema.class.getResourceAsStream("tmf621-used.json")) {
            return new TmfSchema(new ObjectMapper().readTree(json).get("definitions"));
        }
    }

    /**
     * All of it, as the TM Forum published it. That is not part of this project: the system property {@code
     * vsatlink.tmf621} says where it is. Without that it is looked for beside the project, and the test that wants it is
     * skipped where it is not there.
     */
    static TmfSchema published() throws IOException {
        String given = System.getProperty("vsatlink.tmf621");
        Path file = Path.of(given == null ? "../../../shared/tmf621/" + NAME : given);
        assumeTrue(given != null || Files.exists(file), "the published schema is not at " + file);
        return new TmfSchema(new ObjectMapper().readTree(file.toFile()).get("definitions"));
    }

    /** What is wrong with a value, a line each; empty where nothing is. */
    List<String> mistakes(String definition, JsonNode value) {
        List<String> mistakes = new ArrayList<>();
        check(definitions.get(definition), value, definition, mistakes);
        return mistakes;
    }

    private void check(JsonNode schema, JsonNode value, String where, List<String> mistakes) {
        JsonNode resolved = schema;
        while (resolved.has("$ref")) {
            String reference = resolved.get("$ref").asText();
            resolved = definitions.get(reference.substring(reference.lastIndexOf('/') + 1));
        }
        String type = resolved.path("type").asText();
        boolean fits =
                switch (type) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "boolean" -> value.isBoolean();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    default -> true;
                };
        if (!fits) {
            mistakes.add(where + " is no " + type + ": " + value);
            return;
        }
        if (resolved.has("enum") && !contains(resolved.get("enum"), value)) {
            mistakes.add(where + " is none of " + resolved.get("enum") + ": " + value);
        }
        if (resolved.path("format").asText().equals("date-time") && !isTime(value.asText())) {
            mistakes.add(where + " is no time: " + value);
        }
        for (JsonNode required : resolved.path("required")) {
            if (!value.has(required.asText())) {
                mistakes.add(where + " lacks " + required.asText());
            }
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                JsonNode known = resolved.path("properties").get(property.getKey());
                String there = where + "/" + property.getKey();
                if (known == null) {
                    mistakes.add(there + " is unknown");
                } else {
                    check(known, property.getValue(), there, mistakes);
                }
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            check(resolved.get("items"), value.get(i), where + "/" + i, mistakes);
        }
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
