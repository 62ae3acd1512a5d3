/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call that does not read a page of a listing.
 *
 * @param path with placeholders
 * @param query parameters: texts, or objects that are sent as JSON, with placeholders
 * @param headers in addition to those of every call, with placeholders; a header that cannot be filled is omitted
 * @param answer the items of the response; null if the response is ignored
 * @param paging how the answer is asked for where it comes in parts; null where it comes at once
 * @param outcomes error responses that are a result of the call
 */
public record CallProfile(
        String method,
        String path,
        Map<String, JsonNode> query,
        Map<String, String> headers,
        Payload payload,
        ItemsProfile answer,
        PagingProfile paging,
        List<OutcomeProfile> outcomes) {

    public CallProfile {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        query = Ordered.copy(query);
        headers = Ordered.copy(headers);
        Objects.requireNonNull(payload, "payload");
        outcomes = List.copyOf(outcomes);
    }

    /** Whether a value of this name is sent, as a field or in a placeholder. */
    public boolean carries(String name) {
        String texts = path + query.values() + headers.values() + payload.template();
        return payload.writes(name) || Placeholders.in(texts).contains(name);
    }

    /** The result of a call. */
    public enum Outcome {
        DONE("done"),
        /** The object to create already exists. */
        EXISTS("exists"),
        /** Someone else has changed the object. */
        CHANGED("changed"),
        /** The object does not exist. */
        ABSENT("absent"),
        /** This call is refused, and neither the account nor other calls are affected. */
        REFUSED("refused");

        private final String key;

        Outcome(String key) {
            this.key = key;
        }

        /** The word in a profile. */
        public String key() {
            return key;
        }
    }

    /**
     * How a refusal is known that is an answer of its own.
     *
     * @param codes of the error; with {@code statuses} each is enough
     * @param idPointer to the id of what is there, in the error's body; null where it does not tell
     */
    public record OutcomeProfile(Outcome outcome, List<String> codes, List<Integer> statuses, String idPointer) {
        public OutcomeProfile {
            codes = List.copyOf(codes);
            statuses = List.copyOf(statuses);
        }

        public boolean matches(String code, int status) {
            return codes.contains(code) || statuses.contains(status);
        }
    }
}
