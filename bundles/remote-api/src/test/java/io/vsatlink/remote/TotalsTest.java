/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.profile.More;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals and flags in headers and statuses, and page requests outside of the query. */
class TotalsTest extends Fixture {
    private static final String ROWS = "{\"items\":[{\"circuitId\":\"c1\"}]";

    private void paging(String paging) {
        speak(Map.of("vocabulary", "2", "paging", paging));
    }

    private void listing(String paging, String more) {
        speak(Map.of(
                "vocabulary",
                "2",
                "paging",
                paging,
                "listings",
                """
                {"circuits": {"path": "/circuits", "key": "circuitId", %s, "columns": {"circuitId": "/circuitId", "status": null}}}"""
                        .formatted(more)));
    }

    private void answer(String status, String headers, String body) {
        vendor.pages((request, out, socket) -> send(out, status, headers, body.getBytes(UTF_8)));
    }

    private String lastRequest() {
        return vendor.requests.get(vendor.requests.size() - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Total-Count|120|120",
                "x-total-count|120|120",
                "X-Total-Count|0|0",
                "Content-Range|items 0-9/120|120",
                "Content-Range|items 0-9/*|-1",
                "Content-Range|items=0-9/ 120|120",
                "Content-Range|*/0|0"
            })
    void theTotalMayStandInAHeader(String header, String value, long total) throws VendorException {
        paging("{\"style\": \"offset\", \"offsetParameter\": \"o\", \"totalHeader\": \"%s\"}".formatted(header));
        answer("200 OK", header + ": " + value + "\r\n", ROWS + "}");
        assertThat(page().totalItems()).isEqualTo(total);
    }

    @Test
    void aHeaderThatComesTwiceCountsIfItSaysTheSame() throws VendorException {
        paging("{\"style\": \"offset\", \"offsetParameter\": \"o\", \"totalHeader\": \"X-Total-Count\"}");
        answer("200 OK", "X-Total-Count: 7\r\nX-Total-Count: 7\r\n", ROWS + "}");
        assertThat(page().totalItems()).isEqualTo(7);
        answer("200 OK", "X-Total-Count: 7\r\nX-Total-Count: 8\r\n", ROWS + "}");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("the X-Total-Count header is not a whole number");
    }

    @Test
    void theFirstPageMustHaveTheTotalAndALaterOneNeedNot() throws VendorException {
        paging("{\"style\": \"offset\", \"offsetParameter\": \"o\", \"totalHeader\": \"X-Total-Count\"}");
        answer("200 OK", "", ROWS + "}");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("the response has no X-Total-Count header");
        assertThat(pageAt(new PageRef.From(10)).totalItems()).isEqualTo(-1);
        answer("200 OK", "X-Total-Count: many\r\n", ROWS + "}");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("the X-Total-Count header is not a whole number");
    }

    @Test
    void sizeAndCursorMayStandInHeaders() throws VendorException {
        paging(
                """
                {"style": "cursor", "cursorParameter": "after", "nextHeader": "X-Next", "sizeHeader": "X-Per-Page"}""");
        answer("200 OK", "X-Next: a b/=\r\nX-Per-Page: 40\r\n", ROWS + "}");
        PageHead head = page();
        assertThat(head.pageSize()).isEqualTo(40);
        assertThat(head.next()).contains(new PageRef.After("a b/="));
        answer("200 OK", "", ROWS + "}");
        assertThat(pageAt(head.next().orElseThrow()).next()).isEmpty();
        assertThat(lastRequest()).startsWith("GET /circuits?view=a+b%26c&after=a+b%2F%3D HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource({"1,YES", "'\"0\"',NO", "true,YES", "'\"True\"',YES", "false,NO", "'\"false\"',NO", "null,UNTOLD"})
    void aFlagSaysWhetherMoreFollow(String flag, More more) throws VendorException {
        paging("{\"style\": \"offset\", \"offsetParameter\": \"o\", \"morePointer\": \"/more\"}");
        answer("200 OK", "", ROWS + ",\"more\":" + flag + "}");
        assertThat(page().more()).isEqualTo(more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "\"0\"", "false", "\"\"", "null"})
    void someNameTheEndInsteadOfANextPage(String end) throws VendorException {
        paging("{\"style\": \"cursor\", \"cursorParameter\": \"after\", \"nextPointer\": \"/next\"}");
        answer("200 OK", "", ROWS + ",\"next\":" + end + "}");
        assertThat(page().next()).isEmpty();
        answer("200 OK", "", ROWS + ",\"next\":10}");
        assertThat(page().next()).contains(new PageRef.After("10"));
    }

    @Test
    void aTotalThatIsNoNumberIsShown() {
        paging("{\"style\": \"offset\", \"offsetParameter\": \"o\", \"totalPointer\": \"/total\"}");
        answer("200 OK", "", ROWS + ",\"total\":\"1,234\"}");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("/total is not a whole number: 1,234");
        answer("200 OK", "", ROWS + ",\"total\":\"tok-1\"}");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("/total is not a whole number (");
    }

    @Test
    void aFileThatIsCompressedWithoutSayingSoIsNamed() {
        paging("{\"style\": \"none\"}");
        vendor.pages((request, out, socket) -> io.vsatlink.testkit.http.RawServer.send(
                out, "200 OK", "", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3}));
        assertThat(failure(Protocol.class))
                .hasMessageStartingWith(
                        "expected JSON, got a file compressed with gzip, without the header Content-Encoding");
    }

    @Test
    void aMissingListIsEmptyIfTheTotalIsZero() throws VendorException {
        paging("{\"style\": \"offset\", \"offsetParameter\": \"o\", \"totalPointer\": \"/page/total\"}");
        answer("200 OK", "", "{\"page\":{\"total\":0}}");
        assertThat(page().rows()).isZero();
        answer("200 OK", "", "{\"page\":{\"total\":1}}");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("the response has no /");
    }

    @Test
    void aFlagMaySayThatItIsTheLastPageAndOtherWordsAreNone() throws VendorException {
        paging("{\"style\": \"offset\", \"offsetParameter\": \"o\", \"lastPointer\": \"/isLast\"}");
        answer("200 OK", "", ROWS + ",\"isLast\":false}");
        assertThat(page().more()).isEqualTo(More.YES);
        answer("200 OK", "", ROWS + ",\"isLast\":\"perhaps\"}");
        assertThat(failure(Protocol.class)).hasMessageStartingWith("/isLast is neither true nor false");
    }

    @Test
    void aCursorThatIsOnEachPageEndsWhereTheFlagSaysSo() throws VendorException {
        paging(
                """
                {"style": "cursor", "cursorParameter": "after", "nextPointer": "/lastSeen", "morePointer": "/more"}""");
        answer("200 OK", "", ROWS + ",\"lastSeen\":\"x\",\"more\":false}");
        assertThat(page().next()).isEmpty();
        answer("200 OK", "", ROWS + ",\"lastSeen\":\"x\",\"more\":true}");
        assertThat(page().next()).contains(new PageRef.After("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"201 Created", "203 Other", "206 Partial Content", "218 Fine"})
    void successHasManyNumbers(String status) throws VendorException {
        paging("{\"style\": \"offset\", \"offsetParameter\": \"o\"}");
        answer(status, "", ROWS + "}");
        assertThat(page().rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "202 Accepted,the rows come later",
        "205 Reset,an empty response (HTTP 205)",
        "207 Multi,parts of it may have failed",
        "226 IM Used,only what changed"
    })
    void butSomeOfThemAreNoRows(String status, String why) {
        paging("{\"style\": \"offset\", \"offsetParameter\": \"o\"}");
        answer(status, "", status.startsWith("205") ? "" : ROWS + "}");
        assertThat(failure(Protocol.class)).hasMessageContaining(why);
    }

    @Test
    void noContentIsAnEmptyPageUnlessATotalIsMissing() throws VendorException {
        paging("{\"style\": \"offset\", \"offsetParameter\": \"o\"}");
        vendor.pages((request, out, socket) -> {
            io.vsatlink.testkit.http.RawServer.raw(out, "HTTP/1.1 204 No Content\r\n\r\n");
            return true;
        });
        assertThat(page().rows()).isZero();
        assertThat(pageAt(new PageRef.From(10)).rows()).isZero();

        paging("{\"style\": \"offset\", \"offsetParameter\": \"o\", \"totalPointer\": \"/total\"}");
        assertThat(failure(Protocol.class)).hasMessageContaining("an empty response (HTTP 204)");
        assertThat(pageAt(new PageRef.From(10)).rows()).isZero();
    }

    @Test
    void otherRowsThanTheRangeThatWasAskedForAreRefused() throws VendorException {
        paging("{\"style\": \"range\", \"rangeHeader\": \"Range\", \"rangeUnit\": \"items\"}");
        answer("206 Partial", "Content-Range: items 0-0/7\r\n", ROWS + "}");
        assertThat(page().totalItems()).isEqualTo(7);
        assertThat(lastRequest()).contains("Range: items=0-249");
        assertThat(failure(Protocol.class, () -> pageAt(new PageRef.From(250))))
                .hasMessageStartingWith("the vendor returns the rows from 0 on instead of those from 250 on");
    }

    @Test
    void nothingInARangeIsAnEmptyListingWhereTheHeaderSaysSo() throws VendorException {
        paging("{\"style\": \"range\", \"rangeHeader\": \"Range\", \"rangeUnit\": \"items\"}");
        answer("416 Range", "Content-Range: items */0\r\n", "");
        assertThat(page().rows()).isZero();
        answer("416 Range", "", "");
        assertThat(failure(Rejected.class)).hasMessageContaining("HTTP 416");
    }

    @Test
    void anUnpagedListingIsCheckedForContradictions() throws VendorException {
        paging("{\"style\": \"none\"}");
        answer("200 OK", "Link: </circuits?page=2>; rel=next\r\n", ROWS + "}");
        assertThat(page().next()).isPresent();
        answer("206 Partial", "", ROWS + "}");
        assertThat(page().more()).isEqualTo(More.YES);
        answer("200 OK", "X-Total-Count: 5\r\n", ROWS + "}");
        assertThat(page().totalItems()).isEqualTo(5);
        answer("200 OK", "", ROWS + "}");
        assertThat(page())
                .usingRecursiveComparison()
                .ignoringFields("date")
                .isEqualTo(new PageHead(250, -1, -1, 1, ROWS.length() + 1, java.util.Optional.empty()));
    }

    @Test
    void theNextPageIsAskedForAtOurOwnServerWhereTheProfileSaysSo() throws VendorException {
        paging(
                """
                {"style": "next", "nextPointer": "/next", "nextRewrite": {"http://internal:8080/inventory": "/circuits"}}""");
        answer("200 OK", "", ROWS + ",\"next\":\"http://internal:8080/inventory/2?x=%2F\"}");
        PageHead first = page();
        pageAt(first.next().orElseThrow());
        assertThat(lastRequest()).startsWith("GET /circuits/2?x=%2F HTTP/1.1");
        for (String other : new String[] {"http://internal:8080/inventory2/x", "http://evil:8080/inventory/2"}) {
            assertThat(failure(Rejected.class, () -> pageAt(new PageRef.After(other))))
                    .hasMessageStartingWith("the next page leads to another server, which is not followed")
                    .hasMessageContaining(
                            "if " + URI.create(other).resolve("/").toString().replaceAll("/$", "")
                                    + " is another name of this one, add it to nextRewrite");
        }
    }

    @Test
    void pagingGoesIntoTheBody() throws VendorException {
        listing(
                """
                {"style": "page", "in": "body", "pageParameter": "/paging/page", "firstPage": 1, "sizeParameter": "/paging/size"}""",
                "\"body\": {\"user\": \"${username}\", \"want\": \"${pageSize}\", \"paging\": {\"sort\": \"id\"}}");
        vendor.login((request, out, socket) -> request.startsWith("POST /login")
                ? io.vsatlink.testkit.http.RawServer.json(out, "{\"token\":\"tok-1\"}")
                : io.vsatlink.testkit.http.RawServer.json(out, ROWS + "}"));
        pageAt(new PageRef.Nth(2));
        assertThat(lastRequest())
                .startsWith("POST /circuits HTTP/1.1")
                .contains("Content-Type: application/json")
                .endsWith(
                        "\r\n\r\n{\"user\":\"ops\",\"want\":250,\"paging\":{\"sort\":\"id\",\"page\":3,\"size\":250}}");
    }
}
