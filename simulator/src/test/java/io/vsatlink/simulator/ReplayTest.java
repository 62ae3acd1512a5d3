/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.simulator.json.BadInput;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendor of an HTTP archive. */
class ReplayTest {
    private static final String ANSWER =
            "\"status\": 200, \"statusText\": \"OK\", \"httpVersion\": \"HTTP/1.1\", \"cookies\": [], \"redirectURL\": \"\","
                    + " \"headersSize\": -1, \"bodySize\": -1, ";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private VendorServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private static String call(String method, String url, String answer) {
        return "{\"startedDateTime\": \"2026-11-28T20:00:00.000Z\", \"time\": 5, \"request\": {\"method\": \"" + method
                + "\", \"url\": \"" + url + "\", \"httpVersion\": \"HTTP/1.1\", \"cookies\": [], \"headers\": [],"
                + " \"queryString\": [], \"headersSize\": -1, \"bodySize\": 0}, \"response\": {" + answer
                + "}, \"cache\": {}, \"timings\": {\"send\": 0, \"wait\": 4, \"receive\": 1}}";
    }

    private static String content(String text) {
        return ANSWER + "\"headers\": [], \"content\": {\"size\": " + text.length()
                + ", \"mimeType\": \"application/json\", \"text\": \"" + text + "\"}";
    }

    private void replay(String... calls) throws Exception {
        Path har = folder.resolve("calls.har");
        Files.writeString(
                har,
                "{\"log\": {\"version\": \"1.2\", \"creator\": {\"name\": \"x\", \"version\": \"1\"}, \"entries\": ["
                        + String.join(",", calls) + "]}}");
        server = VendorServer.start(Options.parse("--replay", har.toString()), Clock.systemUTC(), new ServerSocket());
    }

    private HttpResponse<String> get(String target) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void answersAreFoundByMethodPathAndQueryInAnyOrder() throws Exception {
        replay(
                call("GET", "https://vendor.example/x/a%20b?page=1&size=2", content("one")),
                call("GET", "https://vendor.example/x/a%20b?page=2&size=2", content("two")),
                call("POST", "https://vendor.example/x/a%20b?page=2&size=2", content("three")),
                call("GET", "https://vendor.example", content("root")));

        assertThat(get("/x/a%20b?size=2&page=2").body()).isEqualTo("two");
        assertThat(get("/x/a%20b?page=1&size=2").body()).isEqualTo("one");
        assertThat(get("/").body()).isEqualTo("root");
        assertThat(send(HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + server.port() + "/x/a%20b?page=2&size=2"))
                                .POST(BodyPublishers.ofString("{}")))
                        .body())
                .isEqualTo("three");
    }

    @Test
    void equalRequestsGetTheirAnswersInOrderAndTheLastOneAgain() throws Exception {
        replay(
                call("GET", "http://v/x", content("one")),
                call("GET", "http://v/x", content("two")),
                call("GET", "http://v/y", content("other")));

        assertThat(get("/x").body()).isEqualTo("one");
        assertThat(get("/y").body()).isEqualTo("other");
        assertThat(get("/x").body()).isEqualTo("two");
        assertThat(get("/x").body()).isEqualTo("two");
    }

    @Test
    void aMaskedParameterTakesAnyValue() throws Exception {
        replay(call("GET", "http://v/x?api_key=***&page=1", content("one")));

        assertThat(get("/x?page=1&api_key=anything").body()).isEqualTo("one");
        assertThat(get("/x?page=1&other=anything").statusCode()).isEqualTo(404);
        assertThat(get("/x?page=1").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasNotRecordedIsA404ThatSaysSo() throws Exception {
        replay(call("GET", "http://v/x?page=1", content("one")));

        HttpResponse<String> answer = get("/x?page=9");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains(
                        "GET /x?page=9 is not in the recording calls.har; with another query there are \\\"page=1\\\".");
        assertThat(get("/z").body()).contains("GET /z is not in the recording calls.har.");
    }

    /** As the developer tools of Chromium save it: decoded, with the headers of a compressed answer over HTTP/2. */
    @Test
    void aBrowsersArchiveIsReplayedDecoded() throws Exception {
        String body = Base64.getEncoder().encodeToString(new byte[] {'{', (byte) 0xc3, (byte) 0xa9, '}'});
        replay(call(
                "GET",
                "https://vendor.example/x",
                "\"status\": 200, \"statusText\": \"\", \"httpVersion\": \"http/2.0\", \"headers\": ["
                        + "{\"name\": \":status\", \"value\": \"200\"}, {\"name\": \"content-encoding\", \"value\": \"br\"},"
                        + "{\"name\": \"content-length\", \"value\": \"3\"}, {\"name\": \"x-total-count\", \"value\": \"7\"},"
                        + "{\"name\": \"transfer-encoding\", \"value\": \"chunked\"},"
                        + "{\"name\": \"set-cookie\", \"value\": \"a=1\\nb=2\"}, {\"name\": \"Set-Cookie\", \"value\": \"c=3\"}],"
                        + "\"cookies\": [], \"content\": {\"size\": 4, \"mimeType\": \"application/json\", \"text\": \""
                        + body
                        + "\", \"encoding\": \"base64\"}, \"redirectURL\": \"\", \"headersSize\": -1, \"bodySize\": -1,"
                        + "\"_transferSize\": 300, \"_error\": null"));

        HttpResponse<String> answer = get("/x");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\u00e9}");
        assertThat(answer.headers().firstValue("x-total-count")).contains("7");
        assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
        assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2", "c=3");
    }

    @Test
    void statusesAreAsRecordedAndACallWithoutAnAnswerFindsItsConnectionClosed() throws Exception {
        String none = "\"status\": 0, \"headers\": [], \"content\": {\"size\": 0, \"mimeType\": \"x-unknown\"}";
        String busy = "\"status\": 503, \"headers\": [{\"name\": \"Retry-After\", \"value\": \"3\"}],"
                + " \"content\": {\"size\": 2, \"mimeType\": \"text/plain\", \"text\": \"no\"}";
        String empty = "\"status\": 204, \"headers\": [], \"content\": {\"size\": 0, \"mimeType\": \"x-unknown\"}";
        replay(
                call("GET", "http://v/none", none),
                call("GET", "http://v/busy", busy),
                call("GET", "http://v/empty", empty));

        assertThatThrownBy(() -> get("/none")).isInstanceOf(IOException.class);
        assertThat(get("/busy").statusCode()).isEqualTo(503);
        assertThat(get("/busy").headers().firstValue("Retry-After")).contains("3");
        assertThat(get("/empty").statusCode()).isEqualTo(204);
    }

    @Test
    void whatIsNotWholeIsRefusedAtTheStart() {
        assertThatThrownBy(() -> replay(
                        call("GET", "http://v/x", content("one")),
                        call(
                                "GET",
                                "http://v/x?page=2",
                                "\"status\": 200, \"content\": {\"size\": 900000, \"text\": \"x\","
                                        + " \"comment\": \"first 256 KiB of 900,000 bytes\", \"_truncated\": true}")))
                .isInstanceOf(BadInput.class)
                .hasMessage("calls.har can't be replayed: the answer to call 2, GET /x?page=2, is not whole"
                        + " (first 256 KiB of 900,000 bytes); record smaller pages");
        assertThatThrownBy(() -> replay(call("GET", "http://v/x", "\"status\": 200, \"content\": {\"size\": 9}")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "call 1, GET /x, has no body, though one of 9 bytes came; save the archive with content");
        assertThatThrownBy(() -> replay())
                .isInstanceOf(BadInput.class)
                .hasMessage("calls.har can't be replayed: it has no recorded calls in log.entries");
    }
}
