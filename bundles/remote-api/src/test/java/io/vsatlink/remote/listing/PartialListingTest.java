/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.profile.More;
import io.vsatlink.remote.profile.PagingProfile.Style;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Signs that a listing may be truncated: flags, totals, repeated pages, pages that are too short. */
class PartialListingTest {

    @ParameterizedTest
    @MethodSource("io.vsatlink.remote.listing.FakeListing#listings")
    void aFlagSaysWhetherMoreFollows(Style style, boolean total, int rows) throws BrokenListing {
        FakeListing listing = new FakeListing(style, rows);
        listing.tellsTotal = total;
        listing.tellsMore = true;
        ListingWalk walk = listing.read(50);
        assertThat(listing.read).containsExactlyInAnyOrderElementsOf(FakeListing.all(rows));
        assertThat(walk.verdict(0)).isEqualTo(Verdict.COMPLETE);
        assertThat(walk.note()).isEmpty();
        int pages = style == Style.NONE ? 1 : Math.max(1, (rows + 49) / 50);
        assertThat(listing.asked).as("no page to see whether it was the end").hasSize(pages);
    }

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"PAGE", "OFFSET", "RANGE"})
    void aFlagThatPromisesMoreThanComesIsAPart(Style style) throws BrokenListing {
        ListingWalk walk = new ListingWalk(FakeListing.paging(style, "size", null, null, null), 10, "the key");
        walk.came(walk.next().orElseThrow(), head(10, -1, More.YES), new PageMark(10, "a", "j"));
        walk.came(walk.next().orElseThrow(), head(0, -1, More.UNTOLD), new PageMark(0, null, null));
        assertThat(walk.next()).isEmpty();
        assertThat(walk.verdict(0).kind()).isEqualTo(Verdict.Kind.PART);
        assertThat(walk.verdict(0).sentence())
                .isEqualTo(
                        style == Style.PAGE
                                ? "page 2 has no rows, although page 1 says that more follow"
                                : "no rows come after the first 10, although the vendor says that more follow");
    }

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"CURSOR", "NEXT"})
    void aFlagThatPromisesMoreNeedsAWayThere(Style style) throws BrokenListing {
        ListingWalk walk = new ListingWalk(FakeListing.paging(style, "size", "/next", null, null), 10, "the key");
        PageRequest first = walk.next().orElseThrow();
        assertThatThrownBy(() -> walk.came(first, head(10, -1, More.YES), new PageMark(10, "a", "j")))
                .isInstanceOf(BrokenListing.class)
                .hasMessageStartingWith("page 1 says at /more that more rows follow, but names no next page at /next;"
                        + " correct nextPointer");
    }

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"PAGE", "OFFSET", "CURSOR"})
    void aTotalOnSomePagesCountsForTheWhole(Style style) throws BrokenListing {
        for (int at : new int[] {0, 2}) {
            for (int total : new int[] {25, 40}) {
                ListingWalk walk =
                        new ListingWalk(FakeListing.paging(style, "size", "/next", "/total", null), 10, "the key");
                for (int page = 0; page < 3; page++) {
                    int rows = page < 2 ? 10 : 5;
                    PageHead head = new PageHead(
                            10,
                            page == at ? total : -1,
                            -1,
                            rows,
                            0,
                            page < 2 && style == Style.CURSOR
                                    ? Optional.of(new PageRef.After("c" + page))
                                    : Optional.empty());
                    walk.came(walk.next().orElseThrow(), head, new PageMark(rows, "a" + page, "z" + page));
                }
                for (Optional<PageRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
                    walk.came(next.get(), head(0, -1, More.UNTOLD), new PageMark(0, null, null));
                }
                assertThat(walk.verdict(0).complete())
                        .as(style + ", total " + total + " on page " + (at + 1))
                        .isEqualTo(total == 25);
            }
        }
    }

    @Test
    void aPageThatComesAgainAfterOthersIsNoticed() throws BrokenListing {
        ListingWalk walk = new ListingWalk(FakeListing.paging(Style.CURSOR, null, "/next", null, null), 10, "the key");
        walk.came(walk.next().orElseThrow(), FakeListing.head(10, -1, -1, "1"), new PageMark(10, "a", "j"));
        walk.came(walk.next().orElseThrow(), FakeListing.head(10, -1, -1, "2"), new PageMark(10, "k", "t"));
        walk.came(walk.next().orElseThrow(), FakeListing.head(10, -1, -1, "3"), new PageMark(10, "u", "z"));
        PageRequest fourth = walk.next().orElseThrow();
        assertThatThrownBy(() -> walk.came(fourth, FakeListing.head(10, -1, -1, "4"), new PageMark(10, "k", "t")))
                .hasMessage("page 4 has the same rows as page 2; the vendor seems to ignore at, correct"
                        + " cursorParameter");
    }

    @Test
    void pagesShorterThanRequestedAreReported() throws BrokenListing {
        FakeListing listing = new FakeListing(Style.PAGE, 450);
        listing.cut = asked -> Math.min(asked, 20);
        assertThat(listing.read(50).note())
                .isEqualTo("; the vendor returns 20 rows per page instead of 50 and reports no total, so rows may be"
                        + " missing: request 20 per page");
        assertThat(listing.read(20).note()).isEmpty();
        listing.tellsTotal = true;
        assertThat(listing.read(50).note()).isEmpty();
    }

    @Test
    void anUnpagedListingIsCompleteUnlessSomethingContradicts() throws BrokenListing {
        assertThat(none(new PageHead(10, -1, -1, 7, 0, Optional.empty())).verdict(0))
                .isEqualTo(Verdict.COMPLETE);
        assertThat(none(new PageHead(10, 7, -1, 7, 0, Optional.empty(), More.NO, null))
                        .verdict(0))
                .isEqualTo(Verdict.COMPLETE);
        String remedy = ", although the style of paging is none; describe how the vendor pages";
        assertThatThrownBy(() -> none(new PageHead(10, 8, -1, 7, 0, Optional.empty())))
                .isInstanceOf(BrokenListing.class)
                .hasMessage("the vendor reports 8 rows but lists 7" + remedy);
        assertThatThrownBy(() -> none(new PageHead(10, -1, -1, 7, 0, Optional.of(new PageRef.After("/2")))))
                .hasMessage("the response names a next page" + remedy);
        assertThatThrownBy(() -> none(new PageHead(10, -1, -1, 7, 0, Optional.empty(), More.YES, null)))
                .hasMessage("the response says that more rows follow" + remedy);
    }

    private static ListingWalk none(PageHead head) throws BrokenListing {
        ListingWalk walk = new ListingWalk(FakeListing.paging(Style.NONE, null, null, null, null), 10, "the key");
        walk.came(walk.next().orElseThrow(), head, new PageMark(head.rows(), "a", "g"));
        assertThat(walk.next()).isEmpty();
        return walk;
    }

    private static PageHead head(int rows, long total, More more) {
        return new PageHead(10, total, -1, rows, 0, Optional.empty(), more, null);
    }
}
