/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.draft.PageWords.Role;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known of the pages of one listing, and from where. For one thread. */
final class PageFacts {
    private static final int DEEPEST = 4;
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^<]*?rel=\"?next\\b");

    private final Map<Role, Member> members = new EnumMap<>(Role.class);
    private final Map<Role, String> linked = new EnumMap<>(Role.class);
    private final Map<Role, String> documented = new EnumMap<>(Role.class);
    private String path;
    private boolean linkHeader;
    private String totalHeader = "";
    private String totalInHeader = "";

    /** A member of the answer beside its rows. */
    record Member(String pointer, String name, JsonNode value) {}

    /** What the answer has beside its rows. */
    void answer(JsonNode answer, Rows rows) {
        if (answer.isObject()) {
            search(answer, "", new ArrayList<>(), rows.pointer());
        }
        Member next = members.get(Role.NEXT_URL);
        if (next != null && next.value().isTextual()) {
            link(next.value().textValue());
        }
    }

    private void search(JsonNode object, String pointer, List<String> names, String rows) {
        object.properties().forEach(each -> {
            String place = pointer + "/" + Fields.escaped(each.getKey());
            List<String> path = new ArrayList<>(names);
            path.add(each.getKey());
            JsonNode value = each.getValue();
            boolean first = value.isArray() && value.size() == 1 && value.get(0).isObject() && path.contains("next");
            if (place.equals(rows) && !rows.isEmpty()) {
                return;
            }
            if (value.isObject() && path.size() < DEEPEST) {
                search(value, place, path, rows);
            } else if (first) {
                search(value.get(0), place + "/0", path, rows);
            } else if (!value.isContainerNode()) {
                PageWords.member(path, value)
                        .ifPresent(role -> members.putIfAbsent(role, new Member(place, each.getKey(), value)));
            }
        });
    }

    /** What {@code curl -i} saved before the answer. */
    void headers(Map<String, String> headers) {
        Matcher next = NEXT.matcher(headers.getOrDefault("Link", ""));
        if (next.find()) {
            linkHeader = true;
            link(next.group(1));
        }
        String total = headers.get("X-Total-Count");
        if (total != null) {
            totalHeader = "X-Total-Count";
            totalInHeader = total;
        }
    }

    /** Whether a Link header names the next page. */
    boolean linkHeader() {
        return linkHeader;
    }

    /** The number of rows, as a header has it. */
    String total() {
        return totalInHeader;
    }

    /** The name of a header with the number of rows; empty if there is none. */
    String totalHeader() {
        return totalHeader;
    }

    /** The address of another page tells the path and the parameters. */
    private void link(String url) {
        try {
            URI uri = URI.create(url);
            path = uri.getPath() == null || uri.getPath().isEmpty() ? null : uri.getPath();
            for (String each : String.valueOf(uri.getRawQuery()).split("&", -1)) {
                String name = URLDecoder.decode(each.replaceAll("=.*", ""), StandardCharsets.UTF_8);
                PageWords.parameter(name).ifPresent(role -> linked.putIfAbsent(role, name));
            }
        } catch (IllegalArgumentException e) {
            // not an address that says anything
            path = null;
        }
    }

    /** A query parameter of the listing's description. */
    void parameter(String name, String in) {
        if (!in.equals("query")) {
            return;
        }
        PageWords.parameter(name).ifPresent(role -> documented.putIfAbsent(role, name));
    }

    Optional<Member> member(Role role) {
        return Optional.ofNullable(members.get(role));
    }

    /** The name of the query parameter with this role, if an address or a description has it. */
    Optional<String> parameter(Role role) {
        return Optional.ofNullable(linked.get(role)).or(() -> Optional.ofNullable(documented.get(role)));
    }

    /** Where the name of that parameter is from. */
    String source(Role role) {
        return linked.containsKey(role)
                ? "likely: as in "
                        + (linkHeader
                                ? "the Link header"
                                : members.get(Role.NEXT_URL).pointer())
                : "likely: as the OpenAPI document has it";
    }

    /** The path of the listing, if an address tells it. */
    Optional<String> path() {
        return Optional.ofNullable(path).filter(each -> each.startsWith("/"));
    }
}
