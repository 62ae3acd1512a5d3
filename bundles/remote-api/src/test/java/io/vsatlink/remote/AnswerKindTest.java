/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.remote.ScriptedVendor.pageOf;
import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.raw;
import static io.vsatlink.testkit.http.RawServer.send;
import static io.vsatlink.testkit.http.RawServer.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Responses of an unexpected kind are read if possible, and otherwise reported as what they are. */
class AnswerKindTest extends Fixture {
    private static final String SECRET = "Mount Isa Airports";

    /** As large as a page, with a name that no log should contain. */
    private static final String ROWS = pageOf("{\"circuitId\":\"c1\",\"customerName\":\"" + SECRET + "\"},"
            + "{\"circuitId\":\"c2\",\"note\":\"" + "x".repeat(70_000) + "\"}");

    @Test
    void takesAPageThatIsAPartOfTheListing() throws VendorException {
        vendor.pages((request, out, socket) -> status(out, "206 Partial Content", ROWS));
        assertThat(page().rows()).isEqualTo(2);
        vendor.pages((request, out, socket) ->
                send(out, "206 Partial Content", "Content-Range: items 0-1/7\r\n", ROWS.getBytes(UTF_8)));
        assertThat(page().rows()).isEqualTo(2);
        vendor.pages((request, out, socket) -> status(out, "203 Changed on the way", ROWS));
        assertThat(page().rows()).isEqualTo(2);
    }

    @Test
    void noRefusalShowsWhatTheRowsSay() {
        vendor.pages((request, out, socket) ->
                send(out, "206 Partial Content", "Content-Range: bytes 0-99/700\r\n", ROWS.getBytes(UTF_8)));
        assertThat(failure(Protocol.class))
                .hasMessageStartingWith("expected JSON, got a partial response (HTTP 206) (corr");
        String[] bodies = {
            ROWS,
            ROWS.substring(0, 300),
            "\uFEFF" + ROWS.substring(0, 300),
            "[\"" + SECRET + "\"",
            "<?xml version='1.0'?><c n='" + SECRET + "'>" + SECRET + "</c>",
            "<c>" + SECRET + "</c>",
            "<html><body>" + ("<td>" + SECRET + "</td>").repeat(30) + "</body></html>",
            ("c1;" + SECRET + "\n").repeat(30)
        };
        for (String line :
                new String[] {"202 Later", "226 Used", "300 Many", "304 Same", "400 Bad", "403 No", "500 Oops"}) {
            for (String body : bodies) {
                vendor.pages((request, out, socket) -> {
                    // no length: a 304 has no body, and what follows belongs to no request
                    raw(out, "HTTP/1.1 " + line + "\r\nConnection: close\r\n\r\n" + body);
                    return false;
                });
                assertThat(failure(VendorException.class)).as(line + " " + body).hasMessageNotContaining("Isa");
            }
        }
        for (String body : bodies) {
            if (!body.equals(ROWS)) {
                vendor.pages((request, out, socket) -> json(out, body));
                assertThat(failure(VendorException.class)).as(body).hasMessageNotContaining("Isa");
            }
        }
    }

    @Test
    void showsWhatAPageForPeopleAndAShortTextSay() {
        Map<String, String> bodies = Map.of(
                "<!DOCTYPE html><html><title>Down</title><h1>x</h1>", "\"Down\"",
                "<h1 class='a'>Maintenance</h1>", "\"Maintenance\"",
                "<html><body><p>back at <b>noon</b>", "\"back at noon\"",
                "upstream connect error", "\"upstream connect error\"");
        bodies.forEach((body, shown) -> {
            vendor.pages((request, out, socket) -> status(out, "503 Busy", body));
            assertThat(failure(Unavailable.class))
                    .hasMessageStartingWith("HTTP 503 from satellite-provisioning: " + shown + " (corr");
        });
    }

    @Test
    void namesXmlByItsFirstElement() {
        vendor.pages((request, out, socket) -> json(out, "<?xml version=\"1.0\"?>\n<ns:rows a='" + SECRET + "'>"));
        assertThat(failure(Protocol.class)).hasMessageStartingWith("expected JSON, got XML (of ns:rows) (corr");
    }

    @Test
    void namesWhatIsNoRedirect() {
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n");
            return true;
        });
        assertThat(failure(Protocol.class))
                .hasMessageStartingWith(
                        "HTTP 304 from satellite-provisioning (not modified) to a call without a condition:"
                                + " a cache on the way may be the cause");
        vendor.pages((request, out, socket) -> status(out, "300 Choices", ""));
        assertThat(failure(Rejected.class)).hasMessageStartingWith("HTTP 300 from satellite-provisioning (corr");
    }

    @Test
    void asksForGzipAndReadsDeflateToo() throws Exception {
        Map<String, Function<OutputStream, OutputStream>> codings = Map.of(
                "deflate",
                DeflaterOutputStream::new,
                "Deflate",
                out -> new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true)),
                "x-gzip",
                AnswerKindTest::gzip,
                "identity",
                out -> out);
        for (var coding : codings.entrySet()) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = coding.getValue().apply(packed)) {
                out.write(ROWS.getBytes(UTF_8));
            }
            vendor.pages((request, out, socket) ->
                    send(out, "200 OK", "Content-Encoding: " + coding.getKey() + "\r\n", packed.toByteArray()));
            assertThat(page().rows()).as(coding.getKey()).isEqualTo(2);
        }
        assertThat(lines("Accept-Encoding: ")).containsExactly("Accept-Encoding: gzip");
    }

    @Test
    void namesACompressionThatItCanNotRead() {
        for (String coding : new String[] {"br", "zstd"}) {
            vendor.pages((request, out, socket) ->
                    send(out, "200 OK", "Content-Encoding: " + coding + "\r\n", new byte[] {11, 1, 2}));
            assertThat(failure(Protocol.class))
                    .hasMessageStartingWith("a response from satellite-provisioning is compressed with " + coding
                            + ", which was not requested and can't be read");
            vendor.pages((request, out, socket) ->
                    send(out, "503 Busy", "Content-Encoding: " + coding + "\r\n", new byte[] {11, 1, 2}));
            assertThat(failure(Unavailable.class)).hasMessageStartingWith("HTTP 503 from satellite-provisioning (corr");
        }
    }

    @Test
    void sendsNoHeaderTwice() throws VendorException {
        speak(
                Map.of(
                        "headers",
                        """
                {"accept": "application/vnd.api+json", "content-type": "application/vnd.api+json",
                 "AUTHORIZATION": "none", "User-Agent": "lab", "Accept-Encoding": "identity"}"""));
        page();
        assertThat(lines("accept: ")).containsExactly("Accept: application/vnd.api+json");
        assertThat(lines("authorization: ")).containsExactly("AUTHORIZATION: Bearer tok-1");
        assertThat(lines("user-agent: ")).containsExactly("User-Agent: lab");
        assertThat(lines("accept-encoding: ")).containsExactly("Accept-Encoding: identity");
        assertThat(vendor.requests.get(0).lines().filter(line -> line.regionMatches(true, 0, "content-type", 0, 12)))
                .containsExactly("Content-Type: application/vnd.api+json");
    }

    @Test
    void aCheckMayBeAnsweredByAnythingThatIsGood() throws VendorException {
        speak(Map.of("auth", "{\"type\": \"basic\", \"checkPath\": \"/whoami\"}"));
        for (String line : new String[] {"200 OK", "204 None", "206 Partial"}) {
            vendor.pages((request, out, socket) -> {
                raw(
                        out,
                        "HTTP/1.1 " + line + "\r\n" + (line.startsWith("204") ? "" : "Content-Length: 0\r\n") + "\r\n");
                return true;
            });
            client.login();
        }
    }

    private static OutputStream gzip(OutputStream out) {
        try {
            return new GZIPOutputStream(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The headers of the last call that begin with this. */
    private List<String> lines(String start) {
        return vendor.requests
                .get(vendor.requests.size() - 1)
                .lines()
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .toList();
    }
}
