/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Definitions of the TM Forum's Trouble Ticket API, checked by a third-party validator. */
final class TmfSchema {
    /** The property that names the file of the published definitions, which may not be copied into this project. */
    static final String FILE = "vsatlink.tmf621";

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

    /** All definitions as the TM Forum published them. */
    static TmfSchema published() throws IOException {
        File file = new File(System.getProperty(FILE));
        return new TmfSchema(new ObjectMapper().readTree(file).get("definitions"));
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
