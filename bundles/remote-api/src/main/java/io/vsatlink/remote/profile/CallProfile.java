/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call that is no page of a listing.
 *
 * @param path with placeholders
 * @param query parameters, with placeholders
 * @param headers beside those of every call, with placeholders; one that can't be filled is left out
 * @param answer what comes back; null where that is of no interest
 * @param paging how the answer is asked for where it comes in parts; null where it comes at once
 * @param outcomes refusals that are an answer of their own
 */
public record CallProfile(
        String method,
        String path,
        Map<String, String> query,
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

    /** Whether a value of this name is sent, as a field or for a placeholder. */
    public boolean carries(String name) {
        String texts = path + query.values() + headers.values() + payload.template();
        return payload.writes(name) || Placeholders.in(texts).contains(name);
    }

    /** What became of a call. */
    public enum Outcome {
        DONE("done"),
        /** What should be made is there already. */
        EXISTS("exists"),
        /** Somebody else changed it meanwhile. */
        CHANGED("changed"),
        /** There is no such thing. */
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
