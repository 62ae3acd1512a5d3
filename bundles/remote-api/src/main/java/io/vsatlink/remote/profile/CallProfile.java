/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A call that is no page of a listing.
 *
 * @param path with placeholders
 * @param query parameters, with placeholders
 * @param headers beside those of every call, with placeholders; one that can't be filled is left out
 * @param body the JSON that it carries, texts with placeholders; null for none
 * @param written the fields that go into the body, each at its pointer
 * @param answer what comes back; null where that is of no interest
 * @param paging how the answer is asked for where it comes in parts; null where it comes at once
 * @param outcomes refusals that are an answer of their own
 */
public record CallProfile(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        JsonNode body,
        List<ColumnProfile> written,
        ItemsProfile answer,
        PagingProfile paging,
        List<OutcomeProfile> outcomes) {

    public CallProfile {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        query = Ordered.copy(query);
        headers = Ordered.copy(headers);
        written = List.copyOf(written);
        outcomes = List.copyOf(outcomes);
    }

    /** Whether this field goes out with it. */
    public boolean writes(String field) {
        return written.stream().anyMatch(column -> column.name().equals(field));
    }

    /**
     * Why this value can't go out, as a sentence: a vendor takes a word that it does not know for nothing, and tells
     * nobody. Empty where it can, and where the field does not go out at all.
     */
    public Optional<String> objection(String field, String value) {
        return written.stream()
                .filter(column -> column.name().equals(field))
                .map(ColumnProfile::words)
                .filter(words -> !words.isEmpty() && words.theirs(value) == null)
                .map(words -> field + " \"" + value + "\" is not in the vendor profile's table; allowed are "
                        + words.sendable())
                .findFirst();
    }

    /** What became of a call. */
    public enum Outcome {
        DONE("done"),
        /** What should be made is there already. */
        EXISTS("exists"),
        /** Somebody else changed it meanwhile. */
        CHANGED("changed"),
        /** There is no such thing. */
        ABSENT("absent");

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
