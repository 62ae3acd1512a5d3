/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.paging;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.draft.sample.NameWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The usual names of members, parameters and headers for paging. */
final class PageWords {
    private static final Map<String, Role> WHOLE = Map.ofEntries(
            Map.entry("offset", Role.OFFSET),
            Map.entry("start", Role.OFFSET),
            Map.entry("startat", Role.OFFSET),
            Map.entry("startindex", Role.OFFSET),
            Map.entry("skip", Role.OFFSET),
            Map.entry("page", Role.PAGE),
            Map.entry("pageno", Role.PAGE),
            Map.entry("pagenum", Role.PAGE),
            Map.entry("pagenumber", Role.PAGE),
            Map.entry("pageindex", Role.PAGE),
            Map.entry("currentpage", Role.PAGE),
            Map.entry("limit", Role.SIZE),
            Map.entry("size", Role.SIZE),
            Map.entry("pagesize", Role.SIZE),
            Map.entry("perpage", Role.SIZE),
            Map.entry("top", Role.SIZE),
            Map.entry("maxresult", Role.SIZE),
            Map.entry("maxpagesize", Role.SIZE),
            Map.entry("pagelimit", Role.SIZE),
            Map.entry("rowcount", Role.SIZE),
            Map.entry("itemperpage", Role.SIZE),
            Map.entry("pagecount", Role.PAGES),
            Map.entry("pages", Role.PAGES),
            Map.entry("totalpage", Role.PAGES),
            Map.entry("count", Role.TOTAL),
            Map.entry("odatacount", Role.TOTAL),
            Map.entry("found", Role.TOTAL),
            Map.entry("hits", Role.TOTAL),
            Map.entry("matches", Role.TOTAL),
            Map.entry("matched", Role.TOTAL),
            Map.entry("resultcount", Role.TOTAL),
            Map.entry("recordcount", Role.TOTAL),
            Map.entry("itemcount", Role.TOTAL),
            Map.entry("numfound", Role.TOTAL));

    /** Words in the names of numbers that count something else, or nothing. */
    private static final Set<String> NO_COUNTS = Set.of(
            "status",
            "code",
            "id",
            "version",
            "time",
            "timestamp",
            "date",
            "took",
            "duration",
            "elapsed",
            "millis",
            "ms",
            "second",
            "expires",
            "year",
            "revision",
            "port");

    private static final Set<String> CURSORS = Set.of("cursor", "token", "continuation", "marker");

    /** What a value means for paging. */
    enum Role {
        OFFSET,
        PAGE,
        SIZE,
        TOTAL,
        PAGES,
        NEXT_CURSOR,
        NEXT_URL,
        MORE
    }

    private PageWords() {}

    /** The role of a query parameter; empty if it is not known to be about paging. */
    static Optional<Role> parameter(String name) {
        List<String> words = NameWords.of(name);
        List<String> tail = words.subList(Math.max(0, words.size() - 2), words.size());
        Role whole = WHOLE.get(NameWords.joined(words));
        // a parameter may have a vendor's prefix: sysparm_offset, $top
        Role last = tail.isEmpty() ? null : WHOLE.get(tail.get(tail.size() - 1));
        boolean cursor = words.stream().anyMatch(CURSORS::contains) && !words.contains("access");
        Role role = whole != null ? whole : cursor ? Role.NEXT_CURSOR : last;
        return Optional.ofNullable(role).filter(each -> each != Role.TOTAL && each != Role.PAGES);
    }

    /**
     * The role of a member outside of the rows.
     *
     * @param names from the root down to it
     */
    static Optional<Role> member(List<String> names, JsonNode value) {
        List<String> words = NameWords.of(names);
        List<String> last = NameWords.of(names.get(names.size() - 1));
        if (words.isEmpty() || words.contains("prev") || words.contains("previous")) {
            return Optional.empty();
        }
        boolean flag = value.isBoolean() || Set.of("true", "false").contains(value.asText());
        if (flag) {
            boolean more = last.contains("more") || (last.contains("has") && last.contains("next"));
            return more ? Optional.of(Role.MORE) : Optional.empty();
        }
        if (words.contains("next") || last.stream().anyMatch(CURSORS::contains)) {
            boolean cursor = last.stream().anyMatch(CURSORS::contains);
            return value.isTextual() && isUrl(value.textValue())
                    ? Optional.of(Role.NEXT_URL)
                    : value.isTextual() || value.isNumber()
                            ? Optional.of(Role.NEXT_CURSOR)
                            : value.isNull()
                                    ? Optional.of(cursor ? Role.NEXT_CURSOR : Role.NEXT_URL)
                                    : Optional.empty();
        }
        if (!value.isIntegralNumber() && !value.asText().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        if (last.contains("total")) {
            return Optional.of(last.contains("page") ? Role.PAGES : Role.TOTAL);
        }
        String joined = names.get(names.size() - 1).equals("pages") ? "pages" : NameWords.joined(last);
        return Optional.ofNullable(WHOLE.get(joined));
    }

    /** Whether a number with this name is certainly not that of all rows. */
    static boolean countsNoRows(String name) {
        return NameWords.of(name).stream().anyMatch(NO_COUNTS::contains);
    }

    static boolean isUrl(String text) {
        return text.startsWith("/")
                || text.startsWith("http://")
                || text.startsWith("https://")
                || text.startsWith("?");
    }
}
