/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.paging;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.draft.paging.PageWords.Role;
import io.vsatlink.remote.draft.sample.Fields;
import io.vsatlink.remote.draft.sample.Rows;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what is known about the pages of one listing, and the source of each fact. Not thread-safe. */
public final class PageFacts {
    private static final int DEEPEST = 4;
    private static final String TOTAL_HEADER = "X-Total-Count";
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^<]*?rel=\"?next\\b");

    private final Map<Role, Member> members = new EnumMap<>(Role.class);
    private final Map<Role, String> linked = new EnumMap<>(Role.class);
    private final Map<Role, String> documented = new EnumMap<>(Role.class);
    private final Map<String, Member> numbers = new LinkedHashMap<>();
    private final Set<String> varying = new HashSet<>();
    private int answers;
    private String path;
    private boolean linkHeader;
    private String totalHeader = "";
    private String totalRemark = "";

    /** A member of the response other than the rows. */
    record Member(String pointer, String name, JsonNode value) {}

    /** Adds a response: its members other than the rows. */
    public void answer(JsonNode answer, Rows rows) {
        answers++;
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
                Member member = new Member(place, each.getKey(), value);
                PageWords.member(path, value)
                        .ifPresentOrElse(role -> members.putIfAbsent(role, member), () -> number(member));
            }
        });
    }

    private void number(Member member) {
        if (!member.value().isIntegralNumber() || PageWords.countsNoRows(member.name())) {
            return;
        }
        Member before = numbers.putIfAbsent(member.pointer(), member);
        if (before != null && !before.value().equals(member.value())) {
            varying.add(member.pointer());
        }
    }

    /** A number without a known role that may be that of all rows: it is larger than theirs, and the same in all answers. */
    Optional<Member> possibleTotal(int rows) {
        return numbers.values().stream()
                .filter(number ->
                        !varying.contains(number.pointer()) && number.value().longValue() > Math.max(0, rows))
                .findFirst();
    }

    /** The number of saved responses. */
    int answers() {
        return answers;
    }

    /** Adds the headers that {@code curl -i} saved. */
    public void headers(Map<String, String> headers) {
        Matcher next = NEXT.matcher(headers.getOrDefault("Link", ""));
        if (next.find()) {
            linkHeader = true;
            link(next.group(1));
        }
        String total = headers.get(TOTAL_HEADER);
        if (total != null) {
            totalHeader = TOTAL_HEADER;
            totalRemark = "sure: " + total;
        }
    }

    /** The headers of a good answer, as the listing's description names them. */
    public void described(List<String> headers) {
        if (totalHeader.isEmpty() && headers.stream().anyMatch(TOTAL_HEADER::equalsIgnoreCase)) {
            totalHeader = TOTAL_HEADER;
            totalRemark = "likely: as the OpenAPI document has it";
        }
    }

    /** Whether a Link header names the next page. */
    boolean linkHeader() {
        return linkHeader;
    }

    /** How sure that header is. */
    String totalRemark() {
        return totalRemark;
    }

    /** The name of the header with the number of rows; empty if there is none. */
    String totalHeader() {
        return totalHeader;
    }

    /** The URL of another page shows the path and the parameters. */
    private void link(String url) {
        try {
            URI uri = URI.create(url);
            path = uri.getPath() == null || uri.getPath().isEmpty() ? null : uri.getPath();
            for (String each : String.valueOf(uri.getRawQuery()).split("&", -1)) {
                String name = URLDecoder.decode(each.replaceAll("=.*", ""), StandardCharsets.UTF_8);
                PageWords.parameter(name).ifPresent(role -> linked.putIfAbsent(role, name));
            }
        } catch (IllegalArgumentException e) {
            // not a URL
            path = null;
        }
    }

    /** Adds a query parameter from the OpenAPI document. */
    public void parameter(String name, String in) {
        if (!in.equals("query")) {
            return;
        }
        PageWords.parameter(name).ifPresent(role -> documented.putIfAbsent(role, name));
    }

    Optional<Member> member(Role role) {
        return Optional.ofNullable(members.get(role));
    }

    /** The name of the query parameter with this role; empty if no URL or document has one. */
    public Optional<String> parameter(Role role) {
        return Optional.ofNullable(linked.get(role)).or(() -> Optional.ofNullable(documented.get(role)));
    }

    /** The source of that parameter's name. */
    String source(Role role) {
        return linked.containsKey(role)
                ? "likely: as in "
                        + (linkHeader
                                ? "the Link header"
                                : members.get(Role.NEXT_URL).pointer())
                : "likely: as the OpenAPI document has it";
    }

    /** The path of the listing, if a URL shows it. */
    public Optional<String> path() {
        return Optional.ofNullable(path).filter(each -> each.startsWith("/"));
    }
}
