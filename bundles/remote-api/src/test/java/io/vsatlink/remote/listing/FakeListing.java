/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import io.vsatlink.remote.profile.FactPlace;
import io.vsatlink.remote.profile.More;
import io.vsatlink.remote.profile.PageFacts;
import io.vsatlink.remote.profile.PagePosition;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A vendor of numbered rows with limits like those of real servers; some have a defect. */
final class FakeListing {
    final Style style;
    int rows;
    boolean tellsTotal;
    boolean tellsPages;
    boolean tellsMore;
    boolean takesSize = true;
    boolean ignoresPosition;
    boolean ignoresSize;
    boolean namesNext = true;
    boolean notFoundPastTheEnd;
    boolean refusesSmallPages;
    /** The number of rows returned for a requested number. */
    IntUnaryOperator cut = asked -> asked;
    /** Leaves out one row in so many, as if the user may not see it; 0 for none. */
    int hiddenOneIn;

    final List<String> read = new ArrayList<>();
    final List<PageRequest> asked = new ArrayList<>();
    private int stray404;

    FakeListing(Style style, int rows) {
        this.style = style;
        this.rows = rows;
    }

    /** The keys of all rows of a listing. */
    static List<String> all(int rows) {
        return IntStream.range(0, rows).mapToObj("R%05d"::formatted).toList();
    }

    /** Each style, with and without a total, and numbers of rows around multiples of the page size 50. */
    static Stream<Arguments> listings() {
        return Stream.of(Style.values()).flatMap(style -> Stream.of(false, true)
                .flatMap(total -> Stream.of(0, 1, 49, 50, 51, 100, 450).map(rows -> Arguments.of(style, total, rows))));
    }

    /** @param next names the next page; empty for none */
    static PageHead head(int rows, long total, int pages, String next) {
        return new PageHead(
                10, total, pages, rows, 0, next.isEmpty() ? Optional.empty() : Optional.of(new PageRef.After(next)));
    }

    FakeListing total() {
        tellsTotal = true;
        return this;
    }

    /** Returns 404 once for a page in the middle. */
    FakeListing stray404(int page) {
        stray404 = page;
        return this;
    }

    PagingProfile paging() {
        String next = style == Style.CURSOR || style == Style.NEXT ? "/next" : null;
        return paging(
                style, takesSize ? "size" : null, next, tellsTotal ? "/total" : null, tellsPages ? "/pages" : null);
    }

    /** How such a listing is read; null for what it does not have. */
    static PagingProfile paging(Style style, String size, String next, String total, String pages) {
        boolean named = style != Style.NEXT && style != Style.NONE;
        return new PagingProfile(
                style,
                new PagePosition(named ? "at" : null, size, 0),
                new PageFacts(place(total), pages, null, place(next), new PageFacts.Flag("/more", false)));
    }

    private static FactPlace place(String pointer) {
        return pointer == null ? null : new FactPlace(pointer, null);
    }

    /** Reads all pages, several at a time if possible, with responses in any order. */
    ListingWalk read(int pageSize) throws BrokenListing {
        ListingWalk walk = new ListingWalk(paging(), pageSize, "the key");
        Random chance = new Random(7);
        Deque<PageRequest> underWay = new ArrayDeque<>();
        read.clear();
        asked.clear();
        while (true) {
            for (Optional<PageRequest> next = walk.next(); next.isPresent() && underWay.size() < 4; ) {
                underWay.add(next.get());
                next = underWay.size() < 4 ? walk.next() : Optional.empty();
            }
            if (underWay.isEmpty()) {
                return walk;
            }
            PageRequest request = chance.nextBoolean() ? underWay.removeFirst() : underWay.removeLast();
            asked.add(request);
            List<String> page = page(request);
            if (page == null) {
                walk.absent(request);
                continue;
            }
            walk.came(request, head(request, page), PageMark.of(page, key -> key));
            if (!request.probe()) {
                read.addAll(page);
            }
        }
    }

    long duplicates() {
        return read.size() - read.stream().distinct().count();
    }

    private long from(PageRequest request) {
        if (ignoresPosition) {
            return 0;
        }
        int size = size(request);
        if (request.page() instanceof PageRef.Nth nth) {
            return (long) nth.number() * size;
        }
        return request.page() instanceof PageRef.From from
                ? from.row()
                : Long.parseLong(((PageRef.After) request.page()).told());
    }

    /** The number of rows of a page, including those left out. */
    private int size(PageRequest request) {
        if (style == Style.NONE) {
            return Math.max(1, rows);
        }
        return Math.max(1, cut.applyAsInt(takesSize && !ignoresSize ? request.size() : 100));
    }

    /** Null if the page is refused. */
    private List<String> page(PageRequest request) {
        if (refusesSmallPages && request.size() < 10) {
            return null;
        }
        if (stray404 > 0 && asked.size() == stray404) {
            stray404 = 0;
            return null;
        }
        long from = from(request);
        if (from >= rows && notFoundPastTheEnd && !request.page().equals(PageRef.FIRST)) {
            return null;
        }
        return IntStream.range((int) Math.min(from, rows), (int) Math.min(from + size(request), rows))
                .filter(row -> hiddenOneIn == 0 || row % hiddenOneIn != 0)
                .mapToObj("R%05d"::formatted)
                .toList();
    }

    private PageHead head(PageRequest request, List<String> page) {
        long end = from(request) + size(request);
        boolean link = style == Style.CURSOR || style == Style.NEXT;
        return new PageHead(
                request.size(),
                tellsTotal ? rows : -1,
                tellsPages ? (rows + size(request) - 1) / size(request) : -1,
                page.size(),
                100,
                link && namesNext && end < rows
                        ? Optional.of(new PageRef.After(String.valueOf(end)))
                        : Optional.empty(),
                !tellsMore ? More.UNTOLD : end < rows ? More.YES : More.NO,
                null);
    }
}
