/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each style of requesting pages. */
class PagingTest extends Fixture {
    private static final String ROWS = "{\"items\":[{\"circuitId\":\"c1\"}]";
    private static final String BY_LINK = "{\"style\": \"next\", \"sizeParameter\": \"limit\"}";
    private static final String BY_BODY = "{\"style\": \"next\", \"nextPointer\": \"/links/next\"}";

    @Test
    void byOffsetCountsTheRowsBeforeThePage() throws VendorException {
        paging(
                """
                {"style": "offset", "offsetParameter": "offset", "sizeParameter": "limit", "totalPointer": "/total",
                 "sizePointer": "/limit"}""");
        vendor.pages((request, out, socket) -> json(out, ROWS + ",\"total\":\"7\",\"limit\":100}"));

        PageHead head = pageAt(new PageRef.From(750));

        assertThat(head.totalItems()).isEqualTo(7);
        assertThat(head.totalPages()).isEqualTo(-1);
        assertThat(head.pageSize()).isEqualTo(100);
        assertThat(head.next()).isEmpty();
        assertThat(lastLine()).isEqualTo("GET /circuits?view=a+b%26c&offset=750&limit=250 HTTP/1.1");
    }

    @Test
    void byPageCountsFromWhereTheProfileDoes() throws VendorException {
        paging("{\"style\": \"page\", \"pageParameter\": \"p\", \"firstPage\": 0}");
        vendor.pages((request, out, socket) -> json(out, ROWS + "}"));

        assertThat(pageAt(new PageRef.Nth(2)).totalItems()).isEqualTo(-1);
        assertThat(lastLine()).isEqualTo("GET /circuits?view=a+b%26c&p=2 HTTP/1.1");
    }

    @Test
    void sendsTheCursorOfThePreviousPage() throws VendorException {
        paging(
                """
                {"style": "cursor", "cursorParameter": "after", "sizeParameter": "limit", "nextPointer": "/meta/next"}""");
        vendor.pages((request, out, socket) ->
                json(out, ROWS + ",\"meta\":{\"next\":" + (request.contains("after=") ? "null" : "\"a b/+=\"") + "}}"));

        PageHead first = page();
        assertThat(lastLine()).isEqualTo("GET /circuits?view=a+b%26c&limit=250 HTTP/1.1");
        assertThat(first.next()).contains(new PageRef.After("a b/+="));

        assertThat(pageAt(first.next().orElseThrow()).next()).isEmpty();
        assertThat(lastLine()).isEqualTo("GET /circuits?view=a+b%26c&after=a+b%2F%2B%3D&limit=250 HTTP/1.1");
    }

    @Test
    void aCursorMayBeANumberAndAnEmptyOneIsTheEnd() throws VendorException {
        paging("""
                {"style": "cursor", "cursorParameter": "after", "nextPointer": "/next"}""");
        vendor.pages((request, out, socket) -> json(out, ROWS + ",\"next\":4711}"));
        assertThat(page().next()).contains(new PageRef.After("4711"));

        vendor.pages((request, out, socket) -> json(out, ROWS + ",\"next\":\"\"}"));
        assertThat(page().next()).isEmpty();

        vendor.pages((request, out, socket) -> json(out, ROWS + ",\"next\":{\"is\":\"odd\"}}"));
        assertThat(failure(Protocol.class)).hasMessageStartingWith("/next is not a string");
    }

    @Test
    void byTheHeaderLinkFollowsOnTheSameServer() throws VendorException {
        paging(BY_LINK);
        String absolute = vendor.base() + "/circuits?cursor=x%2Fy&limit=9";
        vendor.pages((request, out, socket) -> linked(
                request.contains("cursor=") ? "</circuits>; rel=\"first\"" : "<" + absolute + ">; rel=\"next\"", out));

        PageHead first = page();
        assertThat(lastLine()).isEqualTo("GET /circuits?view=a+b%26c&limit=250 HTTP/1.1");
        assertThat(pageAt(first.next().orElseThrow()).next()).isEmpty();

        assertThat(lastLine()).isEqualTo("GET /circuits?cursor=x%2Fy&limit=9 HTTP/1.1");
        assertThat(vendor.requests).allMatch(request -> !request.startsWith("GET") || request.contains("Bearer tok-1"));
        assertThat(keys()).containsExactly("c1", "c1");
    }

    @Test
    void findsTheNextPageAmongTheLinksOfOneHeader() throws VendorException {
        paging(BY_LINK);
        vendor.pages((request, out, socket) ->
                linked("</circuits?p=1>; rel=\"first\", </circuits?p=2>; title=\"x\"; rel=\"next\"", out));

        assertThat(page().next()).contains(new PageRef.After("/circuits?p=2"));
    }

    @Test
    void anEmptyHeaderLinkSaysThatThereIsNoOtherPage() throws VendorException {
        paging(BY_LINK);
        vendor.pages((request, out, socket) -> linked("", out));
        assertThat(page().next()).isEmpty();
    }

    @Test
    void theNextPageMayStandInTheSecondOfTwoHeadersAndInCapitals() throws VendorException {
        paging(BY_LINK);
        vendor.pages((request, out, socket) ->
                linked("</a,b>;TITLE=\"a, \\\"b\\\"\"\r\nLink: </circuits?q=a;b,c|d&p=2>;REL=\"Prefetch NEXT\"", out));

        PageRef.After next = page().next().orElseThrow();
        assertThat(next.told()).isEqualTo("/circuits?q=a;b,c|d&p=2");
        pageAt(next);
        assertThat(lastLine()).isEqualTo("GET /circuits?q=a;b,c%7Cd&p=2 HTTP/1.1");
    }

    @Test
    void aNextPageThatCouldBeAnyIsNone() {
        paging(BY_LINK);
        for (String header : new String[] {"</a>; rel=next, </b>; rel=next", "<>; rel=next"}) {
            vendor.pages((request, out, socket) -> linked(header, out));
            assertThat(failure(Protocol.class)).as(header).hasMessageStartingWith("the Link header has ");
        }
    }

    @Test
    void byTheBodyFollowsAnAddressThatIsRelative() throws VendorException {
        paging(BY_BODY);
        vendor.pages((request, out, socket) -> json(out, ROWS + ",\"links\":{\"next\":\"?from=2\"}}"));

        pageAt(page().next().orElseThrow());

        assertThat(lastLine()).isEqualTo("GET /circuits?from=2 HTTP/1.1");
    }

    /** Nothing of a template has to be filled in (RFC 6570); HAL servers offer sorting so. */
    @Test
    void aTemplateInANextAddressIsLeftOut() throws VendorException {
        paging(BY_BODY);
        for (String template : new String[] {"{&sort,filter*}", "{?view}"}) {
            pageAt(new PageRef.After("/circuits?from=2" + template));
            assertThat(lastLine()).isEqualTo("GET /circuits?from=2 HTTP/1.1");
        }
        pageAt(new PageRef.After("/circuits?q={\"a\":1}"));
        assertThat(lastLine()).isEqualTo("GET /circuits?q=%7B%22a%22:1%7D HTTP/1.1");
    }

    @Test
    void doesNotFollowToAnotherServerAndSendsNothingThere() throws Exception {
        try (ScriptedVendor other = new ScriptedVendor()) {
            for (String paging : new String[] {BY_LINK, BY_BODY}) {
                paging(paging);
                for (String address : new String[] {
                    other.base() + "/circuits?p=2",
                    "//localhost:" + other.port() + "/circuits",
                    "http://ops@localhost:" + other.port() + "/"
                }) {
                    vendor.pages((request, out, socket) -> send(
                            out,
                            "200 OK",
                            "Link: <" + address + ">; rel=\"next\"\r\n",
                            (ROWS + ",\"links\":{\"next\":\"" + address + "\"}}").getBytes(UTF_8)));
                    PageRef next = page().next().orElseThrow();
                    long before = vendor.pageCount();

                    assertThat(failure(Rejected.class, () -> pageAt(next)))
                            .hasMessageStartingWith("the next page leads to another server, which is not followed; if ")
                            .hasMessageNotContaining("ops@");
                    assertThat(vendor.pageCount()).isEqualTo(before);
                }
            }
            assertThat(other.requests).isEmpty();
        }
    }

    @Test
    void neverSwitchesFromHttpsToHttpOrAnotherScheme() throws VendorException {
        paging(BY_BODY);
        for (String address : new String[] {"https://localhost:" + vendor.port() + "/circuits", "file:///etc/passwd"}) {
            assertThat(failure(Rejected.class, () -> pageAt(new PageRef.After(address))))
                    .hasMessageStartingWith("the next page leads to another server, which is not followed; if ");
        }
        assertThat(vendor.requests).isEmpty();
    }

    @Test
    void saysThatAnAddressCanNotBeUnderstood() throws VendorException {
        paging(BY_BODY);
        vendor.pages((request, out, socket) -> json(out, ROWS + ",\"links\":{\"next\":\"http://[a/\"}}"));
        PageRef next = page().next().orElseThrow();

        assertThat(failure(Protocol.class, () -> pageAt(next)))
                .hasMessage("the address of the next page can't be parsed");
    }

    @Test
    void saysThatTheHeaderLinkCanNotBeUnderstood() {
        paging(BY_LINK);
        for (String header : new String[] {"</circuits?p=2; rel=\"next\"", "/circuits?p=2; rel=next"}) {
            vendor.pages((request, out, socket) -> linked(header, out));

            assertThat(failure(Protocol.class))
                    .as(header)
                    .hasMessageStartingWith("the Link header can't be parsed from character 1 on");
        }
    }

    @Test
    void readsRowsAtTheRootOfTheResponse() throws VendorException {
        speak(Map.of("paging", BY_LINK, "itemsPointer", "\"\""));
        vendor.pages((request, out, socket) -> json(out, "[{\"circuitId\":\"c1\"},{\"circuitId\":\"c2\"}]"));

        assertThat(page().rows()).isEqualTo(2);
        assertThat(keys()).containsExactly("c1", "c2");
    }

    @Test
    void anObjectInPlaceOfTheRowsMayBeAnError() {
        speak(Map.of(
                "paging", BY_LINK,
                "itemsPointer", "\"\"",
                "errors",
                        """
                        {"codePointers": ["/code"], "inside200": {"pointer": "/code"}}"""));
        vendor.pages((request, out, socket) -> json(out, "{\"code\":\"NO_VIEW\"}"));
        assertThat(failure(Rejected.class)).hasMessageContaining("NO_VIEW");

        vendor.pages((request, out, socket) -> json(out, "{\"other\":1}"));
        assertThat(failure(Protocol.class)).hasMessageStartingWith("the response is not an array");
    }

    @Test
    void findsTheNextPageInAListOfLinks() throws VendorException {
        paging("{\"style\": \"next\", \"nextPointer\": \"/_links/next/0/href\"}");
        vendor.pages((request, out, socket) ->
                json(out, ROWS + ",\"_links\":{\"next\":[{\"href\":\"/circuits?p=2\"},{\"href\":\"/x\"}]}}"));
        assertThat(page().next()).contains(new PageRef.After("/circuits?p=2"));
    }

    @Test
    void nullInPlaceOfTheRowsIsNoneOnlyWhereTheVendorSaysSo() throws VendorException {
        vendor.pages((request, out, socket) -> json(out, "{\"items\":null,\"totalItems\":0}"));
        assertThat(page().rows()).isZero();
        assertThat(keys()).isEmpty();

        vendor.pages((request, out, socket) -> json(out, "{\"items\":null,\"totalItems\":7}"));
        assertThat(failure(Protocol.class))
                .hasMessageStartingWith("/items is null, but the response does not report zero rows");
        assertThat(pageAt(new PageRef.Nth(1)).rows()).as("past the end").isZero();

        paging(BY_LINK);
        vendor.pages((request, out, socket) -> json(out, "{\"items\":null}"));
        assertThat(failure(Protocol.class)).hasMessageStartingWith("/items is null");
    }

    @Test
    void aNullTotalIsNotReportedAsMissing() {
        vendor.pages((request, out, socket) -> json(out, "{\"items\":[],\"totalItems\":null}"));
        assertThat(failure(Protocol.class)).hasMessageStartingWith("/totalItems is null");
    }

    @Test
    void aListInPlaceOfTheAnswerMayBeARefusal() {
        speak(
                Map.of(
                        "paging",
                        BY_LINK,
                        "errors",
                        """
                        {"codePointers": [], "messagePointers": ["/0"], "inside200": {"pointer": "/0"}}"""));
        vendor.pages((request, out, socket) -> json(out, "[\"Queue 7: no permission\"]"));
        assertThat(failure(Rejected.class))
                .hasMessageStartingWith("HTTP 200 from")
                .hasMessageContaining("no permission");

        speak(
                Map.of(
                        "paging",
                        BY_LINK,
                        "itemsPointer",
                        "\"\"",
                        "errors",
                        """
                        {"codePointers": [], "messagePointers": ["/0"], "inside200": {"pointer": "/0"}}"""));
        assertThat(failure(Rejected.class)).hasMessageContaining("no permission");
    }

    @Test
    void aRowInThePlaceOfARefusalIsARow() throws VendorException {
        speak(
                Map.of(
                        "paging",
                        BY_LINK,
                        "itemsPointer",
                        "\"\"",
                        "errors",
                        """
                        {"codePointers": [], "messagePointers": ["/0"], "inside200": {"pointer": "/0"}}"""));
        vendor.pages((request, out, socket) -> json(out, "[{\"circuitId\":\"c1\"},{\"circuitId\":\"c2\"}]"));
        assertThat(page().rows()).isEqualTo(2);
    }

    @Test
    void aPageThatTheStyleDoesNotKnowIsNotTheFirstOne() {
        paging(BY_LINK);
        assertThatThrownBy(() -> pageAt(new PageRef.Nth(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("with the pagination strategy next");
        assertThat(vendor.pageCount()).isZero();
    }

    private void paging(String paging) {
        speak(Map.of("paging", paging));
    }

    private static boolean linked(String link, OutputStream out) throws IOException {
        return send(out, "200 OK", "Link: " + link + "\r\n", (ROWS + "}").getBytes(UTF_8));
    }

    private String lastLine() {
        return vendor.requests
                .get(vendor.requests.size() - 1)
                .lines()
                .findFirst()
                .orElseThrow();
    }
}
