/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The status and the headers of a response.
 *
 * @param headers by name, in any case
 */
public record Heading(int status, Map<String, List<String>> headers) {

    public Heading {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        headers = all;
    }

    /**
     * Whether what was asked for is here. TM Forum's APIs say 206 for a page that is not all there is; only where a
     * range of bytes came is it a piece. Of the others that a vendor may use for success, those are none that say that
     * there is no content, that it comes later, that each part has a status of its own, or that only differences came.
     */
    public boolean good() {
        return switch (status) {
            case 202, 204, 205, 207, 208, 226 -> false;
            case 206 -> !pieceOfBytes();
            default -> status >= 200 && status <= 299;
        };
    }

    private boolean pieceOfBytes() {
        String range = header("Content-Range");
        return range != null && range.strip().toLowerCase(Locale.ROOT).startsWith("bytes");
    }

    /** The value of a header, several joined by commas; null if there is none. */
    public String header(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? null : String.join(",", values);
    }

    /** The values of a header that may be repeated; empty if there is none. */
    public List<String> values(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /**
     * The target of the header Link with this relation, which may be relative; null if there is none.
     *
     * @throws ExchangeException if the header cannot be parsed and may contain the link: that is not the same as none
     */
    public String link(String relation) throws ExchangeException {
        Set<String> targets = new LinkedHashSet<>();
        int damagedAt = 0;
        for (String header : values("Link")) {
            LinkHeader read = new LinkHeader(header);
            read.links().stream()
                    .filter(link -> link.relations().contains(relation))
                    .forEach(link -> targets.add(link.target()));
            damagedAt = damagedAt == 0 ? read.damagedAt() : damagedAt;
        }
        if (targets.size() > 1) {
            throw unreadable("has " + targets.size() + " different pages for \"" + relation + "\"");
        }
        if (targets.contains("")) {
            throw unreadable("has an empty address for \"" + relation + "\"");
        }
        if (targets.isEmpty() && damagedAt > 0) {
            throw unreadable("can't be parsed from character " + damagedAt + " on");
        }
        return targets.isEmpty() ? null : targets.iterator().next();
    }

    private static ExchangeException unreadable(String why) {
        return new ExchangeException(ExchangeException.Kind.BROKEN, "the Link header " + why, null);
    }

    /** Headers may hold secrets. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
