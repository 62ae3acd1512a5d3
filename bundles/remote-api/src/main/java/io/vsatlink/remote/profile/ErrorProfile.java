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
 * @param codes the meanings of codes; for other codes the status decides
 * @param statuses the meanings of HTTP statuses that differ from the usual ones
 * @param inside200 what marks a response with status 200 as an error; null if there are no such errors
 * @param html the meaning of an HTML page with status 200; null if it is just a broken contract
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
     * What distinguishes an error from a successful response. Without values and parts, any value other than null does.
     *
     * @param values texts, one of which must be equal
     * @param parts texts, one of which must be contained
     * @param good values, as text, that good responses have there: every other one marks an error
     */
    public record Marker(String pointer, List<String> values, List<String> parts, List<String> good) {
        public Marker {
            values = List.copyOf(values);
            parts = List.copyOf(parts);
            good = List.copyOf(good);
        }

        /** @param found the value as text */
        public boolean matches(String found) {
            if (good.contains(found)) {
                return false;
            }
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
