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
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenAnswerTest extends Fixture {

    private static final String HTML = "<html><head><title>Down for\n maintenance</title></head><body>x</body></html>";

    @Test
    void says503AndTheTitleOfItsPage() {
        vendor.pages((request, out, socket) -> status(out, "503 Busy", HTML));

        Unavailable failure = failure(Unavailable.class);

        assertThat(failure)
                .hasMessage("HTTP 503 from satellite-provisioning: \"Down for maintenance\" (correlation "
                        + failure.correlation().substring(0, 8) + ")");
        assertThat(failure.status()).hasValue(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"408 Slow", "429 Much", "500 Oops", "502 Gate", "504 Late"})
    void whatMayPass(String line) {
        vendor.pages((request, out, socket) -> status(out, line, ""));

        failure(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"400 Bad", "403 No", "404 None", "407 Proxy", "410 Gone"})
    void whatStays(String line) {
        vendor.pages((request, out, socket) -> status(out, line, "{\"error\":\"e\"}"));

        failure(Rejected.class);
        assertThat(vendor.loginCount()).isEqualTo(1);
    }

    @Test
    void namesHtmlThatComesAsTwoHundred() {
        vendor.pages((request, out, socket) -> json(out, HTML));

        assertThat(failure(Protocol.class))
                .hasMessageStartingWith("expected JSON, got HTML (\"Down for maintenance\") (correlation ");
    }

    @Test
    void takesNothingForNoRows() {
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 204 No Content\r\n\r\n");
            return true;
        });
        assertThat(failure(Protocol.class)).hasMessageStartingWith("expected JSON, got an empty response (HTTP 204)");

        vendor.pages((request, out, socket) -> json(out, ""));
        assertThat(failure(Protocol.class)).hasMessageStartingWith("expected JSON, got an empty response (corr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"totalItems\":1}",
                "{\"items\":[]}",
                "{\"items\":null,\"totalItems\":1}",
                "{\"items\":[],\"totalItems\":\"one\"}",
                "{\"items\":[],\"totalItems\":-1}",
                "{\"items\":[],\"items\":[],\"totalItems\":1}",
                "{\"items\":[],\"totalItems\":1} {",
                "{\"items\":[],\"totalItems\":1} trailing",
                "{\"items\":[NaN],\"totalItems\":1}",
                "{\"items\":[1],/**/\"totalItems\":1}",
                "\"text\"",
                "[]"
            })
    void refusesWhatWasNotAgreed(String body) throws VendorException {
        vendor.pages((request, out, socket) -> json(out, body));
        failure(Protocol.class);

        vendor.pages((request, out, socket) -> json(out, pageOf()));
        assertThat(page().rows()).isZero();
    }

    @Test
    void namesTheLimitThatWasPassed() {
        vendor.pages((request, out, socket) -> json(out, pageOf("[".repeat(200) + "]".repeat(200))));
        assertThat(failure(Protocol.class))
                .hasMessageContaining("one of our limits")
                .hasMessageContaining("(100)");

        vendor.pages((request, out, socket) -> json(out, pageOf("\"" + "x".repeat(1_100_000) + "\"")));
        assertThat(failure(Protocol.class)).hasMessageContaining("(1048576)");

        vendor.pages((request, out, socket) -> json(out, pageOf("1".repeat(101))));
        assertThat(failure(Protocol.class)).hasMessageContaining("(100)");

        vendor.pages((request, out, socket) -> json(out, pageOf("{\"" + "n".repeat(1001) + "\":1}")));
        assertThat(failure(Protocol.class)).hasMessageContaining("(1000)");
    }

    @Test
    void noticesACutChunkedBody() {
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"items\":[1,2");
            return false;
        });

        assertThat(failure(Unavailable.class)).hasMessageContaining("was cut off");
    }

    @Test
    void noticesAContentLengthThatIsTooLong() {
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + pageOf());
            return false;
        });

        assertThat(failure(Unavailable.class)).hasMessageContaining("was cut off");
    }

    @Test
    void detectsATooShortContentLengthAndDropsTheConnection() throws VendorException {
        String body = pageOf("{\"circuitId\":\"c1\"}");
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n" + body);
            return true;
        });
        assertThat(failure(Unavailable.class)).hasMessageContaining("the JSON is incomplete, at byte 40");

        vendor.pages((request, out, socket) -> json(out, body));
        assertThat(page().rows()).isEqualTo(1);
    }

    @Test
    void noticesACutWhereHttpCannot() {
        vendor.pages((request, out, socket) -> {
            raw(out, "HTTP/1.1 200 OK\r\n\r\n{\"items\":[1,2");
            return false;
        });

        assertThat(failure(Unavailable.class)).hasMessageContaining("the JSON is incomplete");
    }

    @Test
    void noticesDamagedGzip() {
        vendor.pages((request, out, socket) ->
                send(out, "200 OK", "Content-Encoding: gzip\r\n", pageOf().getBytes(StandardCharsets.UTF_8)));

        assertThat(failure(Unavailable.class)).hasMessageContaining("the compressed response from ");
    }

    @Test
    void noticesDamageThatShowsInTheJsonBeforeItShowsInTheChecksum() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed) {
            {
                // stored without compression, so that one changed byte stays one changed byte
                def.setLevel(Deflater.NO_COMPRESSION);
            }
        }) {
            out.write(pageOf("{\"circuitId\":\"c1\"}").getBytes(StandardCharsets.UTF_8));
        }
        byte[] body = packed.toByteArray();
        body[new String(body, StandardCharsets.ISO_8859_1).indexOf('[')] = '%';
        vendor.pages((request, out, socket) -> send(out, "200 OK", "Content-Encoding: gzip\r\n", body));

        assertThat(failure(Unavailable.class)).hasMessageStartingWith("the compressed response from ");
    }

    @Test
    void stopsInflatingAtALimit() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            out.write('{');
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                out.write(blanks);
            }
        }
        vendor.pages((request, out, socket) -> send(out, "200 OK", "Content-Encoding: gzip\r\n", bomb.toByteArray()));

        assertThat(failure(Protocol.class)).hasMessageContaining("larger than our limit of 32 MB");
    }

    @Test
    void returnsTheConnectionAfterEveryFailure() throws VendorException {
        String[] bodies = {HTML, "", "{\"items\":[1", "{\"items\":[1,2]}"};
        for (int i = 0; i < 40; i++) {
            String body = bodies[i % bodies.length];
            vendor.pages((request, out, socket) -> status(out, body.startsWith("{") ? "200 OK" : "503 Busy", body));
            failure(VendorException.class);
        }
        vendor.pages((request, out, socket) -> json(out, pageOf()));
        assertThat(page().rows()).isZero();
    }

    @Test
    void refusesBytesThatAreNoUnicode() {
        byte[] body = pageOf("\"xx\"").getBytes(StandardCharsets.UTF_8);
        Arrays.fill(body, body.length - 5, body.length - 3, (byte) 0xff);
        vendor.pages((request, out, socket) -> send(out, "200 OK", "", body));

        assertThat(failure(Protocol.class)).hasMessageStartingWith("not valid JSON, at byte");
    }

    @Test
    void takesWhatIsNoHttpForARestOfTheAnswerBefore() {
        vendor.pages((request, out, socket) -> {
            raw(out, "SSH-2.0-OpenSSH\r\n");
            return false;
        });

        assertThat(failure(Unavailable.class)).hasMessageContaining("did not return valid HTTP");
    }
}
