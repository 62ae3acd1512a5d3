/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the vendor reports errors. An error code takes precedence over the HTTP status: gateways report expired tokens as
 * 500.
 *
 * @param codePointers the places of the error code; the first one present counts
 * @param messagePointers the places of the message; the first one present counts
 * @param codes what a code asks of us; one that is not here leaves it to the status
 * @param statuses what an HTTP status asks of us, where that is not what it usually does
 * @param inside200 how an answer with status 200 is known to be an error; null where there are none
 * @param html what a page for people with status 200 means; null where it is no more than a broken contract
 */
public record ErrorProfile(
        List<String> codePointers,
        List<String> messagePointers,
        Map<String, Meaning> codes,
        Map<Integer, Meaning> statuses,
        Marker inside200,
        Meaning html) {

    public ErrorProfile {
        codePointers = List.copyOf(codePointers);
        messagePointers = List.copyOf(messagePointers);
        codes = Map.copyOf(codes);
        statuses = Map.copyOf(statuses);
    }

    /** Whether a response with status 200 may be an error. */
    public boolean hidden() {
        return inside200 != null || html != null;
    }

    /**
     * What tells an error from a good answer. Without values and parts it is enough that something other than null
     * stands there.
     *
     * @param values as text, one of which it is
     * @param parts of a text, one of which it has
     */
    public record Marker(String pointer, List<String> values, List<String> parts) {
        public Marker {
            values = List.copyOf(values);
            parts = List.copyOf(parts);
        }

        /** @param found what stands there, as text */
        public boolean matches(String found) {
            return (values.isEmpty() && parts.isEmpty())
                    || values.contains(found)
                    || parts.stream().anyMatch(found::contains);
        }
    }

    /** Empty if the request itself is refused, independently of login and time. */
    public Optional<Meaning> meaning(String code, int status) {
        Meaning meant = codes.get(code);
        if (meant == null) {
            meant = statuses.get(status);
        }
        return meant == null ? Meaning.ofStatus(status) : Optional.of(meant);
    }
}
