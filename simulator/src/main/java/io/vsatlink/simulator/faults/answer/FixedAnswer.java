/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.answer;

import io.vsatlink.simulator.apigee.ApigeeFault;
import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.FaultKind;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Replaces the real answer by a given status, headers and body, for instance a load balancer's 503 page. */
record FixedAnswer(int status, Map<String, String> headers, String body) implements Fault {

    FixedAnswer {
        headers = Map.copyOf(headers);
    }

    @Override
    public void strike(Call call, Handler next) throws IOException {
        call.answerHeaders().putAll(headers);
        call.begin(status, guessedType()).write(body.getBytes(StandardCharsets.UTF_8));
    }

    private String guessedType() {
        if (body.startsWith("{") || body.startsWith("[")) {
            return "application/json";
        }
        return body.startsWith("<") ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
    }

    record Kind() implements FaultKind {
        private static final String APIGEE = "apigee";

        @Override
        public List<String> fields() {
            return List.of("status", "headers", "body", APIGEE);
        }

        @Override
        public Optional<Fault> from(Fields rule) {
            Optional<ApigeeFault> apigee = rule.optionalText(APIGEE).map(Kind::apigee);
            OptionalInt status = rule.number("status", 200);
            if (status.isEmpty() && apigee.isPresent()) {
                status = OptionalInt.of(apigee.get().status());
            }
            Fields headers = rule.object("headers");
            String body = body(rule, apigee);
            if (status.isEmpty()) {
                if (!body.isEmpty() || !headers.values().isEmpty()) {
                    throw new BadInput("A rule with headers or a body needs a status.");
                }
                return Optional.empty();
            }
            if (status.getAsInt() > 599) {
                throw new BadInput("The field \"status\" must be 200 to 599.");
            }
            Map<String, String> texts = new LinkedHashMap<>();
            headers.values().keySet().forEach(name -> texts.put(name, headers.text(name)));
            return Optional.of(new FixedAnswer(status.getAsInt(), texts, body));
        }

        private static String body(Fields rule, Optional<ApigeeFault> apigee) {
            Optional<String> body = rule.optionalText("body");
            if (body.isPresent() && apigee.isPresent()) {
                throw new BadInput("A rule can have only one of body, apigee.");
            }
            return body.or(() -> apigee.map(fault -> Json.text(fault.body()))).orElse("");
        }

        private static ApigeeFault apigee(String code) {
            return ApigeeFault.named(code)
                    .orElseThrow(() -> new BadInput("The field \"apigee\" must be one of "
                            + String.join(", ", ApigeeFault.errorCodes()) + "."));
        }
    }
}
