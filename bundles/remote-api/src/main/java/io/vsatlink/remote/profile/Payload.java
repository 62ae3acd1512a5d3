/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.profile.column.ColumnProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a call sends.
 *
 * @param template the JSON, or the names and values of a form, texts with placeholders; null for none
 * @param form whether it is sent as a form
 * @param written the fields that are added to it, each at its pointer
 * @param placed the fields that are sent in placeholders of the call
 * @param required the names of the fields without which the vendor refuses the call
 */
public record Payload(
        JsonNode template,
        boolean form,
        List<ColumnProfile> written,
        List<ColumnProfile> placed,
        List<String> required) {

    public Payload {
        written = List.copyOf(written);
        placed = List.copyOf(placed);
        required = List.copyOf(required);
    }

    public boolean isEmpty() {
        return template == null && written.isEmpty();
    }

    /** Whether this field is sent. */
    public boolean writes(String field) {
        return sent().anyMatch(column -> column.name().equals(field));
    }

    private Stream<ColumnProfile> sent() {
        return Stream.concat(written.stream(), placed.stream());
    }

    /**
     * Returns why this value can't be sent, as a sentence: a vendor may ignore an unknown word and report success. Empty if
     * it can be sent, and if the field is not sent at all.
     */
    public Optional<String> objection(String field, String value) {
        return sent().filter(column -> column.name().equals(field))
                .map(ColumnProfile::words)
                .filter(words -> !words.isEmpty() && words.theirs(value) == null)
                .map(words -> field + " \"" + value + "\" is not in the vendor profile's table; allowed are "
                        + words.sendable())
                .findFirst();
    }

    /** The first required field that is not among these; empty if none is missing. */
    public Optional<String> missing(Set<String> fields) {
        return required.stream().filter(field -> !fields.contains(field)).findFirst();
    }
}
