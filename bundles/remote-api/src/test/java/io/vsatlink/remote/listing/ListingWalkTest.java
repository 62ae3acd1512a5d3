/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.profile.PagingProfile.Style;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a listing continues and ends, for each style of paging. */
class ListingWalkTest {

    @ParameterizedTest
    @MethodSource("io.vsatlink.remote.listing.FakeListing#listings")
    void readsEachRowOnce(Style style, boolean total, int rows) throws BrokenListing {
        FakeListing listing = new FakeListing(style, rows);
        listing.tellsTotal = total;
        ListingWalk walk = listing.read(50);
        assertThat(listing.read).containsExactlyInAnyOrderElementsOf(FakeListing.all(rows));
        assertThat(walk.verdict(0)).isEqualTo(Verdict.COMPLETE);
        boolean link = style == Style.CURSOR || style == Style.NEXT;
        boolean full = link && !total && rows > 50 && rows % 50 == 0;
        assertThat(walk.note())
                .isEqualTo(
                        full
                                ? "; the last page, page " + rows / 50
                                        + ", is full (50 rows) and names no next page at /next"
                                : "");
    }

    @ParameterizedTest
    @MethodSource("io.vsatlink.remote.listing.FakeListing#listings")
    void goesOnByTheRowsThatCameWhereAServerCutsItsPages(Style style, boolean total, int rows) throws BrokenListing {
        FakeListing listing = new FakeListing(style, rows);
        listing.tellsTotal = total;
        listing.cut = asked -> Math.min(asked, 20);
        ListingWalk walk = listing.read(50);
        assertThat(listing.read).containsExactlyInAnyOrderElementsOf(FakeListing.all(rows));
        assertThat(walk.verdict(0)).isEqualTo(Verdict.COMPLETE);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void aPageThatIsShorterThanTheOneBeforeIsNotTheLast(Style style) throws BrokenListing {
        FakeListing listing = new FakeListing(style, 1320);
        boolean byRows = style == Style.OFFSET || style == Style.RANGE;
        listing.hiddenOneIn = byRows ? 0 : 7;
        // limited by bytes, for example: each page has another size
        int[] page = {0};
        listing.cut = byRows ? asked -> asked - page[0]++ % 9 : asked -> asked;
        listing.read(40);
        assertThat(listing.read)
                .containsExactlyInAnyOrderElementsOf(FakeListing.all(1320).stream()
                        .filter(row -> listing.hiddenOneIn == 0 || Integer.parseInt(row.substring(1)) % 7 != 0)
                        .toList());
    }

    @Test
    void anOffsetThatIsShortLeavesAGapThatIsAskedFor() throws BrokenListing {
        FakeListing listing = new FakeListing(Style.OFFSET, 450).total();
        int[] calls = {0};
        listing.cut = asked -> calls[0]++ % 3 == 1 ? Math.max(1, asked / 2) : asked;
        ListingWalk walk = listing.read(50);
        assertThat(listing.read).containsExactlyInAnyOrderElementsOf(FakeListing.all(450));
        assertThat(walk.verdict(0)).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void pagesByNumberGoOnWhileRowsAreMissing() throws BrokenListing {
        FakeListing listing = new FakeListing(Style.PAGE, 300).total();
        listing.hiddenOneIn = 3;
        ListingWalk walk = listing.read(50);
        assertThat(listing.read).hasSize(200);
        assertThat(walk.verdict(0).sentence(5)).isEqualTo("the vendor reports 300 rows but lists 200, in 5 passes");
        assertThat(walk.verdict(0).kind()).isEqualTo(Verdict.Kind.PART);
    }

    @Test
    void theNumberOfPagesIsTheVendorsWordToo() throws BrokenListing {
        FakeListing listing = new FakeListing(Style.PAGE, 430);
        listing.tellsPages = true;
        ListingWalk walk = listing.read(50);
        assertThat(listing.read).hasSize(430);
        assertThat(listing.asked).as("no page behind the last one").hasSize(9);
        assertThat(walk.pages()).isEqualTo(9);
        assertThat(walk.verdict(0)).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void anEmptyPageBeforeTheLastOneIsAPart() throws BrokenListing {
        ListingWalk walk = new ListingWalk(FakeListing.paging(Style.PAGE, "size", null, null, "/pages"), 10, "the key");
        walk.came(walk.next().orElseThrow(), FakeListing.head(10, -1, 5, ""), new PageMark(10, "a", "j"));
        for (Optional<PageRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
            walk.came(next.get(), FakeListing.head(0, -1, 5, ""), new PageMark(0, null, null));
        }
        assertThat(walk.verdict(0).sentence(1))
                .isEqualTo("page 2 has no rows, although the vendor reports 5 pages, in 1 pass");
    }

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"PAGE", "OFFSET"})
    void notFoundIsTheEndWhereNoTotalIsReportedIfItIsSaidTwice(Style style) throws BrokenListing {
        FakeListing listing = new FakeListing(style, 430);
        listing.notFoundPastTheEnd = true;
        assertThat(listing.read(50).verdict(0)).isEqualTo(Verdict.COMPLETE);
        assertThat(listing.read).containsExactlyElementsOf(FakeListing.all(430));
        assertThat(listing.stray404(4).read(50).verdict(0)).isEqualTo(Verdict.COMPLETE);
        assertThat(listing.read).as("a 404 by accident in the midst").containsExactlyElementsOf(FakeListing.all(430));
    }

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"PAGE", "OFFSET"})
    void notFoundIsNotTheEndWhereATotalIsReported(Style style) throws BrokenListing {
        Verdict verdict =
                new FakeListing(style, 430).total().stray404(4).read(50).verdict(0);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.PART);
        assertThat(verdict.sentence(5)).startsWith("1 expected page returned HTTP 404, in 5 passes: ");
    }

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"PAGE", "OFFSET", "CURSOR"})
    void aServerThatIgnoresThePositionIsNoticed(Style style) {
        for (boolean total : new boolean[] {false, true}) {
            FakeListing listing = new FakeListing(style, 450);
            listing.tellsTotal = total;
            listing.ignoresPosition = true;
            listing.cut = asked -> Math.min(asked, 50);
            assertThatThrownBy(() -> listing.read(100))
                    .isInstanceOf(BrokenListing.class)
                    .hasMessageContaining(" has the same rows as page 1; the vendor seems to ignore at, correct ")
                    .hasMessageEndingWith(style.key() + "Parameter");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"PAGE", "OFFSET"})
    void aServerThatDoesNotPageIsReadInOneCallWhereItsTotalSaysSo(Style style) throws BrokenListing {
        FakeListing listing = new FakeListing(style, 100).total();
        listing.ignoresPosition = true;
        listing.ignoresSize = true;
        assertThat(listing.read(50).verdict(0)).isEqualTo(Verdict.COMPLETE);
        assertThat(listing.asked).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"CURSOR", "NEXT"})
    void aNextPageThatNobodyEverNamedIsNotBelieved(Style style) {
        for (int cap : new int[] {50, 20}) {
            FakeListing listing = new FakeListing(style, 450);
            listing.namesNext = false;
            listing.cut = asked -> Math.min(asked, cap);
            assertThatThrownBy(() -> listing.read(50))
                    .as("pages of " + cap)
                    .isInstanceOf(BrokenListing.class)
                    .hasMessageStartingWith("no page names the next one at /next; correct nextPointer");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"CURSOR", "NEXT"})
    void aNextPageThatNobodyNamedThoughRowsAreMissingIsAMistake(Style style) {
        FakeListing listing = new FakeListing(style, 450).total();
        listing.namesNext = false;
        assertThatThrownBy(() -> listing.read(50))
                .hasMessageStartingWith("page 1 has 50 of the 450 rows that the vendor reports, and names no next page"
                        + " at /next; correct nextPointer");
    }

    @Test
    void aFullPageOfAServerWithASizeOfItsOwnIsNotBelievedEither() {
        FakeListing listing = new FakeListing(Style.NEXT, 450);
        listing.namesNext = false;
        listing.ignoresSize = true;
        assertThatThrownBy(() -> listing.read(100)).hasMessageContaining("correct nextPointer");
    }

    @Test
    void aVendorThatRefusesAPageOfOneRowIsReadAllTheSame() throws BrokenListing {
        FakeListing listing = new FakeListing(Style.CURSOR, 6);
        listing.refusesSmallPages = true;
        ListingWalk walk = listing.read(50);
        assertThat(listing.read).hasSize(6);
        assertThat(walk.verdict(0)).isEqualTo(Verdict.COMPLETE);
        assertThat(walk.note()).startsWith("; page 1 was taken as complete");

        FakeListing full = new FakeListing(Style.CURSOR, 450);
        full.refusesSmallPages = true;
        full.namesNext = false;
        assertThatThrownBy(() -> full.read(50)).hasMessageContaining("correct nextPointer");
    }

    @Test
    void whereNothingShowsWhetherMoreFollowsItIsTold() throws BrokenListing {
        FakeListing listing = new FakeListing(Style.NEXT, 450);
        listing.namesNext = false;
        listing.takesSize = false;
        ListingWalk walk = listing.read(50);
        assertThat(walk.verdict(0)).isEqualTo(Verdict.COMPLETE);
        assertThat(walk.note()).isEqualTo("; page 1 was taken as complete, because it names no next page at /next");
    }

    @Test
    void aSmallListingIsBelievedAfterAPageOfOneRowNamedTheNext() throws BrokenListing {
        FakeListing listing = new FakeListing(Style.CURSOR, 6);
        ListingWalk walk = listing.read(50);
        assertThat(listing.read).hasSize(6);
        assertThat(listing.asked).extracting(PageRequest::size).containsExactly(50, 1);
        assertThat(walk.note()).isEmpty();
    }

    @Test
    void aCursorThatTurnsInACircleIsNoticed() throws BrokenListing {
        ListingWalk walk = new ListingWalk(FakeListing.paging(Style.CURSOR, null, "/next", null, null), 10, "the key");
        walk.came(walk.next().orElseThrow(), FakeListing.head(10, -1, -1, "b"), new PageMark(10, "a", "j"));
        walk.came(walk.next().orElseThrow(), FakeListing.head(10, -1, -1, "c"), new PageMark(10, "k", "t"));
        PageRequest third = walk.next().orElseThrow();
        assertThatThrownBy(() -> walk.came(third, FakeListing.head(10, -1, -1, "b"), new PageMark(10, "u", "z")))
                .hasMessage("page 3 names a page as the next one that was already read");
    }

    @Test
    void emptyPagesThatGoOnForEverEnd() {
        ListingWalk walk =
                new ListingWalk(FakeListing.paging(Style.CURSOR, null, "/next", "/total", null), 10, "the key");
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        PageRequest request = walk.next().orElseThrow();
                        walk.came(request, FakeListing.head(0, 5, -1, "c" + i), new PageMark(0, null, null));
                    }
                })
                .hasMessage("the listing does not end after 100000 pages");
    }

    @Test
    void aTotalBeyondAllReckoningEndsAtAnEmptyPage() throws BrokenListing {
        for (Style style : new Style[] {Style.PAGE, Style.OFFSET}) {
            ListingWalk walk = new ListingWalk(FakeListing.paging(style, "size", null, "/total", null), 10, "the key");
            walk.came(
                    walk.next().orElseThrow(),
                    FakeListing.head(10, Long.MAX_VALUE, -1, ""),
                    new PageMark(10, "a", "j"));
            int calls = 1;
            for (Optional<PageRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
                walk.came(next.get(), FakeListing.head(0, Long.MAX_VALUE, -1, ""), new PageMark(0, null, null));
                calls++;
            }
            assertThat(calls).isEqualTo(2);
            assertThat(walk.verdict(0).kind()).isEqualTo(Verdict.Kind.PART);
        }
    }

    @Test
    void rowsThatCameAgainOrATotalThatFellAreNotAPart() throws BrokenListing {
        FakeListing listing = new FakeListing(Style.PAGE, 450).total();
        ListingWalk walk = listing.read(50);
        assertThat(walk.verdict(3).kind()).isEqualTo(Verdict.Kind.MOVED);
        assertThat(walk.verdict(3).sentence(2))
                .isEqualTo(
                        "rows shifted while they were read, in 2 passes: 450 rows received, 3 of them repeated, and the"
                                + " vendor reports 450");
    }
}
