package io.vsatlink.vendor;

import io.vsatlink.vendor.profile.ListingProfile;
import io.vsatlink.vendor.profile.PagingProfile;
import io.vsatlink.vendor.profile.PagingProfile.Style;
import io.vsatlink.vendor.profile.Placeholders;
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
record PageQuery(ListingProfile listing, Map<String, ?> settings) {

    String first(int pageSize) {
        return of(PageRef.FIRST, pageSize);
    }

    /** The path and query of a page that is not named by a URL. */
    String of(PageRef page, int pageSize) {
        PagingProfile paging = listing.paging();
        Map<String, String> query = new LinkedHashMap<>();
        listing.query().forEach((name, value) -> query.put(name, Placeholders.fill(value, settings)));
        if (page instanceof PageRef.After after) {
            query.put(paging.positionParameter(), after.told());
        } else if (page instanceof PageRef.Nth nth) {
            position(paging, nth.number(), pageSize)
                    .ifPresent(position -> query.put(paging.positionParameter(), String.valueOf(position)));
        }
        if (paging.sizeParameter() != null) {
            query.put(paging.sizeParameter(), String.valueOf(pageSize));
        }
        return withQuery(path(), query);
    }

    /** Empty where the first page is the one that is asked for by nothing. */
    private static Optional<Long> position(PagingProfile paging, int number, int pageSize) {
        return switch (paging.style()) {
            case PAGE -> Optional.of((long) paging.first() + number);
            case OFFSET -> Optional.of((long) number * pageSize);
            case CURSOR, NEXT -> Optional.empty();
        };
    }

    /** A space is %20 in a path, and + in a query only. */
    private String path() {
        return Placeholders.fill(
                listing.path(), settings, value -> encoded(value).replace("+", "%20"));
    }

    /** Whether this page is named by a URL. */
    boolean byUrl(PageRef page) {
        return page instanceof PageRef.After && listing.paging().style() == Style.NEXT;
    }

    /**
     * The path and query of the page that the vendor named by a URL; empty where it leads elsewhere, where our
     * credentials must not go.
     */
    Optional<String> of(PageRef.After after, URI base) {
        URI target = URI.create(base + path()).resolve(URI.create(after.told()));
        if (!base.getScheme().equalsIgnoreCase(target.getScheme())
                || !base.getHost().equalsIgnoreCase(target.getHost())
                || port(base) != port(target)) {
            return Optional.empty();
        }
        return Optional.of(target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    static String withQuery(String path, Map<String, String> query) {
        return query.isEmpty()
                ? path
                : query.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
