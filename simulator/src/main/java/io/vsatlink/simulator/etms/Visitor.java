/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import io.vsatlink.simulator.apigee.Gateway;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.login.Tokens;
import io.vsatlink.simulator.tickets.Author;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The caller as identified by the call, without secrets.
 *
 * @param username the user of the session, or the one who requests a session; {@code -} if neither
 * @param session the number of the session, from 1; 0 for none
 * @param apiKey {@code right}, {@code wrong} or {@code missing}
 */
record Visitor(String username, int session, String route, String apiKey, String correlationId) {
    private static final String NOBODY = "-";

    static Visitor of(Call call, Tokens tokens, Gateway gateway) {
        String authorization = call.header("Authorization").orElse("");
        Optional<Tokens.Issued> session = tokens.find(authorization);
        String username = session.map(Tokens.Issued::holder)
                .or(() -> BasicCredentials.read(authorization).map(BasicCredentials::username))
                .orElse(NOBODY);
        String key = gateway.hasKey(call) ? "right" : "wrong";
        return new Visitor(
                username,
                session.map(Tokens.Issued::number).orElse(0),
                call.header("Route-To").orElse(NOBODY),
                call.header("x-apikey").isPresent() ? key : "missing",
                call.header("X-Correlation-Id").orElse(NOBODY));
    }

    Author author() {
        return new Author(username, session, correlationId);
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("username", username);
        fields.put("session", session);
        fields.put("route", route);
        fields.put("apiKey", apiKey);
        fields.put("correlationId", correlationId);
        return fields;
    }
}
