/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.console.login.Session;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the API, by a logged-in person with permission to view.
 *
 * @param parameters the query parameters; for a repeated name, the first value
 * @param body the request body; an empty object if there is none
 */
public record Call(Session session, Map<String, String> parameters, JsonNode body) {

    public Call {
        parameters = Map.copyOf(parameters);
    }

    /** @throws Refusal if the parameter is missing */
    public String parameter(String name) throws Refusal {
        return optional(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Returns a text field of the body. */
    public String text(String name) throws Refusal {
        JsonNode value = body.get(name);
        if (value == null || !value.isTextual()) {
            throw missing(name);
        }
        return value.asText();
    }

    private static Refusal missing(String name) {
        return new Refusal(400, name + " is missing");
    }
}
