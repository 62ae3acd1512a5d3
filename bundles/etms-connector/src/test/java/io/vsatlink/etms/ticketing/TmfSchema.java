/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Definitions of the TM Forum's Trouble Ticket API, checked by a third-party validator. */
final class TmfSchema {
    private static final String NAME = "TMF621-TroubleTicket-v4.0.0.swagger.json";
    /** The schema dialect of a Swagger 2 document. */
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V4);

    private final JsonNode definitions;

    /** Allows no unnamed properties: the published definitions allow any, so a misspelt one would pass. */
    private TmfSchema(JsonNode definitions) {
        this.definitions = definitions;
        definitions.findParents("properties").forEach(each -> ((ObjectNode) each).put("additionalProperties", false));
    }

    /** The definitions of the part that we use; nothing else is ever sent. */
    static TmfSchema used() throws IOException {
        try (InputStream json = TmfSchema.class.getResourceAsStream("tmf621-used.json")) {
            return new TmfSchema(new ObjectMapper().readTree(json).get("definitions"));
        }
    }

    /**
     * All definitions as the TM Forum published them. They are not part of this project: the system property
     * {@code vsatlink.tmf621} names their location. Without it they are searched for beside the project; if they are not found,
     * the test that needs them is skipped.
     */
    static TmfSchema published() throws IOException {
        String given = System.getProperty("vsatlink.tmf621");
        Path file = Path.of(given == null ? "../../../shared/tmf621/" + NAME : given);
        assumeTrue(given != null || Files.exists(file), "the published schema is not at " + file);
        return new TmfSchema(new ObjectMapper().readTree(file.toFile()).get("definitions"));
    }

    /** Returns the errors in a value, one line each; empty if there are none. */
    List<String> mistakes(String definition, JsonNode value) {
        ObjectNode schema = new ObjectMapper().createObjectNode();
        schema.put("$ref", "#/definitions/" + definition).set("definitions", definitions);
        JsonSchema judge = FACTORY.getSchema(schema);
        return judge.validate(value, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)).stream()
                .map(ValidationMessage::toString)
                .toList();
    }
}
