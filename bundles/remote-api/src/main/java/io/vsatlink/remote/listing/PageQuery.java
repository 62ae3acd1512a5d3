/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vsatlink.remote.http.Call.Body;
import io.vsatlink.remote.profile.ChangesProfile;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.PagePosition;
import io.vsatlink.remote.profile.PagePosition.In;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import io.vsatlink.remote.profile.Placeholders;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Creates the path and query of the pages of one listing.
 *
 * @param settings the values of the placeholders
 */
public record PageQuery(ListingProfile listing, Map<String, ?> settings) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Without a user's name and password, which may stand before the host. */
    private static final Pattern SERVER =
            Pattern.compile("^https?://[\\w.:\\[\\]-]{1,80}(?=[/?#]|$)", Pattern.CASE_INSENSITIVE);

    /** What a templated link (RFC 6570) offers to add to its query: all of it may be left out. */
    private static final Pattern TEMPLATE = Pattern.compile("\\{[?&][\\w.,:*-]+}");

    /** The styles whose first page is requested without a position. */
    private static final Set<Style> AFTER_FIRST = Set.of(Style.CURSOR, Style.NEXT, Style.NONE);

    /** A request for a page. */
    public record Asked(String method, String target, Map<String, String> headers, Body body) {}

    /** The request for a page that is not identified by a URL. */
    public Asked asked(PageRef page, int pageSize) {
        PagePosition at = listing.paging().position();
        PageParts parts = parts(pageSize);
        position(listing.paging(), page, pageSize).ifPresent(position -> {
            if (at.in() == In.HEADER) {
                parts.header(at.name(), at.part() + "=" + position.asText());
            } else {
                parts.put(at, at.name(), position);
            }
        });
        if (at.size() != null) {
            parts.put(at, at.size(), NODES.numberNode(pageSize));
        }
        return parts.asked(path());
    }

    /**
     * The request for a page that the vendor identified by a URL; empty if the URL leads to another host, to which our
     * credentials must not be sent.
     *
     * @throws IllegalArgumentException if the URL is invalid
     */
    public Optional<Asked> asked(PageRef.After after, int pageSize, URI base) {
        return of(after, base).map(parts(pageSize)::at);
    }

    private PageParts parts(int pageSize) {
        Map<String, Object> values = new HashMap<>(settings);
        values.put(Placeholders.PAGE_SIZE, pageSize);
        PageParts parts = new PageParts(listing, values);
        if (listing.since() != null) {
            ChangesProfile changes = listing.changes();
            PagePosition at = listing.paging().position();
            String since = changes.written().text(listing.since());
            parts.put(at.in() == In.HEADER ? PagePosition.NONE : at, changes.parameter(), NODES.textNode(since));
        }
        return parts;
    }

    /**
     * The value of the position parameter; empty if the first page is requested without it.
     *
     * @throws IllegalArgumentException if the style has no such page: another page in its place would be read again and
     *     again
     */
    private static Optional<JsonNode> position(PagingProfile paging, PageRef page, int pageSize) {
        Style style = paging.style();
        long first = paging.position().first();
        if (style == Style.PAGE && page instanceof PageRef.Nth nth) {
            return Optional.of(NODES.numberNode(first + nth.number()));
        }
        if (style == Style.OFFSET || style == Style.RANGE) {
            long row = page instanceof PageRef.From from ? from.row() : page.equals(PageRef.FIRST) ? 0 : -1;
            if (row >= 0) {
                return Optional.of(
                        style == Style.OFFSET
                                ? NODES.numberNode(first + row)
                                : NODES.textNode(row + "-" + (row + pageSize - 1)));
            }
        }
        if (style == Style.CURSOR && page instanceof PageRef.After after) {
            return Optional.of(NODES.textNode(after.told()));
        }
        if (AFTER_FIRST.contains(style) && page.equals(PageRef.FIRST)) {
            return Optional.empty();
        }
        throw new IllegalArgumentException("there is no " + page + " with the pagination strategy " + style.key());
    }

    /** A space is %20 in a path; + means a space only in a query. */
    private String path() {
        return Placeholders.fill(
                listing.request().path(), settings, value -> encoded(value).replace("+", "%20"));
    }

    /** Whether this page is given by a URL. */
    public boolean byUrl(PageRef page) {
        return page instanceof PageRef.After && listing.paging().style() == Style.NEXT;
    }

    /**
     * The path and query of a page that the vendor gave by a URL; empty if the URL leads to another host, to which our
     * credentials must not be sent.
     */
    public Optional<String> of(PageRef.After after, URI base) {
        // java.net.URI precedes RFC 3986 and would drop the path if the reference is only a query
        String address = TEMPLATE.matcher(after.told()).replaceAll("");
        String told = address.startsWith("?") ? path() + address : rewritten(address);
        URI target = URI.create(base + path()).resolve(URI.create(legal(told)));
        if (!base.getScheme().equalsIgnoreCase(target.getScheme())
                || !base.getHost().equalsIgnoreCase(target.getHost())
                || port(base) != port(target)) {
            return Optional.empty();
        }
        return Optional.of(target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
    }

    /** Scheme, host and port of an address, for people. */
    public static String server(String address) {
        Matcher server = SERVER.matcher(address);
        return server.find() ? server.group() : "it";
    }

    /** Replaces the vendor's name for its host by ours, if the profile lists it. */
    private String rewritten(String told) {
        for (Map.Entry<String, String> each : listing.paging().rewrite().entrySet()) {
            String rest = told.startsWith(each.getKey())
                    ? told.substring(each.getKey().length())
                    : null;
            // not /inventory2 for /inventory
            boolean whole = rest != null
                    && (rest.isEmpty() || each.getKey().endsWith("/") || "/?#".indexOf(rest.charAt(0)) >= 0);
            if (whole) {
                return each.getValue() + rest;
            }
        }
        return told;
    }

    /** Encodes as browsers do: servers echo a query decoded, with characters that are not allowed in a URL. */
    private static String legal(String address) {
        StringBuilder legal = new StringBuilder();
        address.codePoints().forEach(c -> {
            boolean fits = c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
            legal.append(
                    fits
                            ? Character.toString(c)
                            : encoded(Character.toString(c)).replace("+", "%20"));
        });
        return legal.toString();
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    public static String withQuery(String path, Map<String, String> query) {
        return query.isEmpty() ? path : path + "?" + encoded(query);
    }

    public static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
