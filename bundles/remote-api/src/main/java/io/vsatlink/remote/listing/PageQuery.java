/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import io.vsatlink.remote.profile.Placeholders;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the pages of one listing are asked for.
 *
 * @param settings what placeholders stand for
 */
public record PageQuery(ListingProfile listing, Map<String, ?> settings) {

    public String first(int pageSize) {
        return of(PageRef.FIRST, pageSize);
    }

    /** The path and query of a page that is not named by a URL. */
    public String of(PageRef page, int pageSize) {
        PagingProfile paging = listing.paging();
        Map<String, String> query = new LinkedHashMap<>();
        listing.query().forEach((name, value) -> query.put(name, Placeholders.fill(value, settings)));
        position(paging, page).ifPresent(position -> query.put(paging.positionParameter(), position));
        if (paging.sizeParameter() != null) {
            query.put(paging.sizeParameter(), String.valueOf(pageSize));
        }
        return withQuery(path(), query);
    }

    /**
     * Empty where the first page is the one that is asked for by nothing.
     *
     * @throws IllegalArgumentException where the style has no such page: another page in its place would be read over and
     *     over
     */
    private static Optional<String> position(PagingProfile paging, PageRef page) {
        Style style = paging.style();
        if (style == Style.PAGE && page instanceof PageRef.Nth nth) {
            return Optional.of(String.valueOf((long) paging.first() + nth.number()));
        }
        if (style == Style.OFFSET && page instanceof PageRef.From from) {
            return Optional.of(String.valueOf(from.row()));
        }
        if (style == Style.OFFSET && page.equals(PageRef.FIRST)) {
            return Optional.of("0");
        }
        if (style == Style.CURSOR && page instanceof PageRef.After after) {
            return Optional.of(after.told());
        }
        if ((style == Style.CURSOR || style == Style.NEXT) && page.equals(PageRef.FIRST)) {
            return Optional.empty();
        }
        throw new IllegalArgumentException("there is no " + page + " with the pagination strategy " + style.key());
    }

    /** A space is %20 in a path, and + in a query only. */
    private String path() {
        return Placeholders.fill(
                listing.path(), settings, value -> encoded(value).replace("+", "%20"));
    }

    /** Whether this page is named by a URL. */
    public boolean byUrl(PageRef page) {
        return page instanceof PageRef.After && listing.paging().style() == Style.NEXT;
    }

    /**
     * The path and query of the page that the vendor named by a URL; empty where it leads elsewhere, where our
     * credentials must not go.
     */
    public Optional<String> of(PageRef.After after, URI base) {
        // java.net.URI is older than RFC 3986 and would drop the path before a mere query
        String told = after.told().startsWith("?") ? path() + after.told() : after.told();
        URI target = URI.create(base + path()).resolve(URI.create(legal(told)));
        if (!base.getScheme().equalsIgnoreCase(target.getScheme())
                || !base.getHost().equalsIgnoreCase(target.getHost())
                || port(base) != port(target)) {
            return Optional.empty();
        }
        return Optional.of(target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
    }

    /** As browsers do: servers give back a query as they got it, with characters that an address can't have. */
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
        return query.isEmpty()
                ? path
                : query.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
