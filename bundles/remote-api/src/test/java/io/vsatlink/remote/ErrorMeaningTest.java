/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.remote.ScriptedVendor.pageOf;
import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.ItemSink;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.pace.Consequence;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How errors are handled, according to the profile. */
class ErrorMeaningTest extends Fixture {
    private static final String ROW = "{\"circuitId\":\"c1\"}";
    private static final String ERRORS =
            """
            {"codePointers": ["/result/code", "/error"], "messagePointers": ["/result/text"],
             "codes": {"retry": ["BUSY", "4711"], "pace": ["SPIKE"], "logInAgain": ["OLD_TOKEN"], "giveUp": ["BAD_KEY"],
                       "locked": ["LOCKED"]},
             "statuses": {"retry": [404], "pace": [529], "logInAgain": [440], "giveUp": [403, 503], "locked": [418]},
             "inside200": {"pointer": "/result/ok", "values": ["false", "no"]}}""";

    @BeforeEach
    void speakOfErrors() throws VendorException {
        speak(Map.of("errors", ERRORS));
        client.login();
    }

    @Test
    void aCodeDecidesBeforeTheStatus() {
        answer("400 Bad", "BUSY");
        assertThat(failure(Unavailable.class).code()).isEqualTo("BUSY");
        answer("401 Unauthorized", "4711");
        failure(Unavailable.class);
        answer("404 Not found", "BAD_KEY");
        failure(Unauthorized.class);
    }

    @Test
    void aCodeMayBeANumber() {
        vendor.pages((request, out, socket) -> status(out, "400 Bad", "{\"error\":4711}"));
        assertThat(failure(Unavailable.class)).hasMessageStartingWith("HTTP 400 from satellite-provisioning: 4711");
    }

    @Test
    void theProfileSaysWhatAStatusMeansAndTheRestMeansWhatItDoes() {
        answer("404 Not found", "NO_IDEA");
        failure(Unavailable.class);
        answer("400 Bad", "NO_IDEA");
        assertThat(Consequence.of(failure(Rejected.class))).isEqualTo(Consequence.KEEP);
        answer("502 Bad gateway", "");
        failure(Unavailable.class);
        answer("503 Busy", "");
        failure(Unauthorized.class);
    }

    @Test
    void whatIsToBePacedIsThrottledToo() {
        answer("529 Slow", "");
        assertThat(failure(Unavailable.class).paced()).isTrue();
        answer("200 OK", "SPIKE");
        Unavailable paced = failure(Unavailable.class);
        assertThat(paced.paced()).isTrue();
        assertThat(paced.throttled()).isTrue();
        answer("429 Too many", "");
        Unavailable throttled = failure(Unavailable.class);
        assertThat(throttled.paced()).isFalse();
        assertThat(throttled.throttled()).isTrue();
    }

    @Test
    void logsInAgainForACodeAndForAStatus() throws VendorException {
        for (String old : new String[] {"440 Timeout", "200 OK"}) {
            long before = vendor.loginCount();
            String token = "tok-" + before;
            vendor.pages((request, out, socket) -> request.contains(token)
                    ? status(out, old, "{\"result\":{\"ok\":false,\"code\":\"OLD_TOKEN\"}}")
                    : json(out, pageOf(ROW)));

            assertThat(page().rows()).isEqualTo(1);
            assertThat(vendor.loginCount()).isEqualTo(before + 1);
        }
    }

    @Test
    void givesUpAtOnceAndSaysWhoIsLocked() throws VendorException {
        for (String code : new String[] {"BAD_KEY", "LOCKED"}) {
            answer("400 Bad", code);
            assertThat(failure(Unauthorized.class)).hasMessageContaining(code);
            long before = vendor.requests.size();
            failure(Unauthorized.class);
            assertThat(vendor.requests).hasSize((int) before);
            client.login();
        }
        vendor.login((request, out, socket) -> status(out, "418 Teapot", ""));
        assertThat(failure(Unauthorized.class, () -> {
                    client.login();
                    return null;
                }))
                .hasMessageContaining("the account \"ops\" is locked");
    }

    @Test
    void anErrorInsideAGoodAnswerCountsWhereverItsMarkerStands() {
        String marker = "\"result\":{\"ok\":false,\"code\":\"BUSY\",\"text\":\"come back\"}";
        for (String body : new String[] {
            "{" + marker + "}",
            "{" + marker + ",\"items\":null}",
            "{" + marker + ",\"items\":[" + ROW + "],\"totalItems\":1}",
            "{\"totalItems\":1,\"items\":[" + ROW + "]," + marker + "}"
        }) {
            vendor.pages((request, out, socket) -> json(out, body));
            assertThat(failure(Unavailable.class))
                    .as(body)
                    .hasMessageStartingWith("HTTP 200 from satellite-provisioning: BUSY, come back (correlation ");
        }
    }

    @Test
    void anotherValueThanTheMarkersIsNoError() throws VendorException {
        String good = """
                {"result":{"ok":%s,"code":"BUSY"},"totalItems":0,"items":[]}""";
        for (String value : new String[] {"true", "null", "\"yes\"", "{}"}) {
            vendor.pages((request, out, socket) -> json(out, good.formatted(value)));
            assertThat(page().rows()).isZero();
        }
        vendor.pages((request, out, socket) -> json(out, good.formatted("\"no\"")));
        failure(Unavailable.class);
    }

    /** Who knows only the code of success knows no list of errors; an unknown one would pass as an empty page. */
    @Test
    void everyCodeButThoseOfSuccessMayMarkAnError() throws VendorException {
        speak(
                Map.of(
                        "vocabulary",
                        "2",
                        "errors",
                        """
                {"codePointers": ["/code"], "messagePointers": ["/msg"], "codes": {"retry": ["70012"]},
                 "inside200": {"pointer": "/code", "except": ["0", "200"]}}"""));
        client.login();
        for (String good : new String[] {"0", "\"200\"", "null"}) {
            vendor.pages((request, out, socket) ->
                    json(out, "{\"code\":" + good + ",\"msg\":\"ok\",\"totalItems\":0,\"items\":[]}"));
            assertThat(page().rows()).isZero();
        }
        vendor.pages(
                (request, out, socket) -> json(out, "{\"code\":70012,\"msg\":\"频率超限\",\"totalItems\":0,\"items\":[]}"));
        assertThat(failure(Unavailable.class))
                .hasMessageStartingWith("HTTP 200 from satellite-provisioning: 70012, 频率超限");
    }

    @Test
    void aMarkerWithoutValuesIsAnythingThatIsThere() throws VendorException {
        speak(Map.of(
                "vocabulary",
                "2",
                "errors",
                """
                {"codePointers": ["/fault/code"], "inside200": {"pointer": "/fault"}}"""));
        vendor.pages((request, out, socket) ->
                json(out, "{\"fault\":{\"code\":\"X\"},\"totalItems\":1,\"items\":[" + ROW + "]}"));
        assertThat(failure(Rejected.class)).hasMessageStartingWith("HTTP 200 from satellite-provisioning: X");

        vendor.pages((request, out, socket) -> json(out, "{\"fault\":null,\"totalItems\":0,\"items\":[]}"));
        assertThat(page().rows()).isZero();

        vendor.login((request, out, socket) -> json(out, "{\"fault\":{\"code\":\"X\"},\"token\":\"tok-9\"}"));
        assertThat(failure(Rejected.class, () -> {
                    client.login();
                    return null;
                }))
                .hasMessageStartingWith("HTTP 200 from satellite-provisioning: X");
    }

    @Test
    void rowsBeforeSuchAnErrorCountNotWhenThePageIsReadAgain() throws VendorException {
        String old = "{\"items\":[" + ROW + "],\"result\":{\"ok\":false,\"code\":\"OLD_TOKEN\"}}";
        vendor.pages((request, out, socket) -> json(out, request.contains("tok-1") ? old : pageOf(ROW)));
        client.page(CIRCUITS, PageRef.FIRST, 250, new ItemSink() {
            @Override
            public void take(JsonParser parser, String name) throws IOException {
                keep(parser, name);
            }

            @Override
            public void again() {
                rows.clear();
            }
        });

        assertThat(vendor.pageCount()).isEqualTo(2);
        assertThat(keys()).containsExactly("c1");
    }

    @Test
    void anHtmlPageBreaksTheContractUnlessTheProfileGivesItAMeaning() throws VendorException {
        String html = "\n<!DOCTYPE html><html><head><title>Sign in</title></head></html>";
        vendor.pages((request, out, socket) -> status(out, "200 OK", html));
        assertThat(failure(Protocol.class)).hasMessageStartingWith("expected JSON, got HTML");

        speak(Map.of("errors", "{\"html\": \"retry\"}"));
        assertThat(failure(Unavailable.class))
                .hasMessageStartingWith("HTTP 200 from satellite-provisioning: \"Sign in\"");

        speak(Map.of("errors", "{\"html\": \"logInAgain\"}"));
        client.login();
        String token = "tok-" + vendor.loginCount();
        vendor.pages((request, out, socket) ->
                request.contains(token) ? status(out, "200 OK", html) : json(out, pageOf(ROW)));
        assertThat(page().rows()).isEqualTo(1);

        speak(Map.of("errors", "{\"html\": \"giveUp\"}", "auth", "{\"type\": \"basic\"}"));
        vendor.pages((request, out, socket) -> status(out, "200 OK", html));
        assertThat(failure(Unauthorized.class))
                .hasMessageStartingWith("satellite-provisioning refuses the login of \"ops\": \"Sign in\"");
    }

    @Test
    void anHtmlErrorPageIsReportedByItsTitle() {
        vendor.pages((request, out, socket) ->
                status(out, "502 Bad gateway", "<html><title>No upstream</title><body>…</body></html>"));
        assertThat(failure(Unavailable.class))
                .hasMessageStartingWith("HTTP 502 from satellite-provisioning: \"No upstream\"");
    }

    private void answer(String status, String code) {
        vendor.pages(
                (request, out, socket) -> status(out, status, "{\"result\":{\"ok\":false,\"code\":\"" + code + "\"}}"));
    }
}
