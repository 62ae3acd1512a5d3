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
 * A call of the API, by somebody who has logged in and may see.
 *
 * @param parameters of the address, the first of each name
 * @param body what came with it; an empty object where nothing did
 */
public record Call(Session session, Map<String, String> parameters, JsonNode body) {

    public Call {
        parameters = Map.copyOf(parameters);
    }

    /** @throws Refusal where it is missing */
    public String parameter(String name) throws Refusal {
        return optional(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** A text of the body. */
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
