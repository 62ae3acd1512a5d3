/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares the bytes on the wire. */
class TransportFaultsTest {
    private Bench bench;
    private String whole;

    @BeforeEach
    void login() throws Exception {
        bench = new Bench("--circuits", "100");
        bench.login("vsat", "secret");
        whole = bench.get("esp-pirs?pageSize=5").text();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aDroppedConnectionSendsNothing() throws Exception {
        assertThat(struck("\"drop\":true")).isEmpty();
        Map<?, ?> last = lastCall();
        assertThat(last.get("status")).isEqualTo(0);
    }

    @Test
    void aCutChunkAnnouncesMoreThanItSends() throws Exception {
        String answer = struck("\"cutAfterBytes\":100");
        assertThat(head(answer)).contains("HTTP/1.1 200 OK", "Transfer-Encoding: chunked");
        String[] sizeAndBody = body(answer).split("\r\n", 2);
        assertThat(Integer.parseInt(sizeAndBody[0], 16)).isGreaterThan(100);
        assertThat(sizeAndBody[1]).isEqualTo(whole.substring(0, 100));
        assertThatThrownBy(() -> bench.get("esp-pirs?pageSize=5")).isInstanceOf(IOException.class);
    }

    @Test
    void sendsATooLargeOrTooSmallContentLength() throws Exception {
        for (int delta : new int[] {10, -10}) {
            String answer = struck("\"contentLengthDelta\":" + delta);
            assertThat(head(answer)).contains("Content-Length: " + (whole.length() + delta));
            assertThat(body(answer)).isEqualTo(whole);
        }
        assertThat(bench.get("esp-pirs?pageSize=5").text()).isEqualTo(whole.substring(0, whole.length() - 10));
    }

    @Test
    void aCloseDelimitedCutLooksLikeACompleteAnswer() throws Exception {
        String answer = struck("\"closeDelimitedCut\":100");
        assertThat(head(answer)).contains("Connection: close").doesNotContain("Content-Length", "chunked");
        assertThat(body(answer)).isEqualTo(whole.substring(0, 100));
        assertThat(bench.get("esp-pirs?pageSize=5").text()).isEqualTo(whole.substring(0, 100));
    }

    @Test
    void aSlowBodyIsComplete() throws Exception {
        bench.faults("[{\"path\":\"esp-pirs\",\"slowBytesPerSecond\":" + whole.length() * 2 + "}]");
        Instant before = Instant.now();
        assertThat(bench.get("esp-pirs?pageSize=5").text()).isEqualTo(whole);
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void faultsCombine() throws Exception {
        String answer = struck("\"status\":503,\"body\":\"Maintenance\",\"closeDelimitedCut\":4");
        assertThat(answer).startsWith("HTTP/1.1 503 ").endsWith("\r\n\r\nMain");
    }

    @Test
    void rulesReportHowOftenTheyApplied() throws Exception {
        bench.faults(
                """
                [{"path":"circuits","skip":1,"times":1,"html":true},{"path":"*","empty":true}]""");
        for (int i = 0; i < 3; i++) {
            bench.get("circuits");
        }
        List<?> rules = (List<?>) bench.control("GET", "faults", "").json();
        assertThat(rules).hasSize(2);
        Map<?, ?> first = (Map<?, ?>) rules.get(0);
        assertThat(first.get("rule")).isEqualTo(Map.of("path", "circuits", "skip", 1, "times", 1, "html", true));
        assertThat(first.get("matched")).isEqualTo(3);
        assertThat(first.get("struck")).isEqualTo(1);
        assertThat(((Map<?, ?>) rules.get(1)).get("struck")).isEqualTo(2);
    }

    @Test
    void anHttp10ClientReceivesABodyThatEndsWithItsConnection() throws Exception {
        String answer = bench.wire("esp-pirs?pageSize=5 HTTP/1.0\r\nX-Rest:");
        assertThat(head(answer)).doesNotContain("chunked");
        assertThat(body(answer)).isEqualTo(whole);
    }

    @Test
    void inputThatIsNotHttpIsAnsweredWith400() throws Exception {
        assertThat(bench.wire("x y z")).startsWith("HTTP/1.1 400 ");
    }

    private String struck(String fault) throws Exception {
        bench.faults("[{\"path\":\"esp-pirs\"," + fault + "}]");
        return bench.wire("esp-pirs?pageSize=5");
    }

    private Map<?, ?> lastCall() throws Exception {
        List<?> log = (List<?>) bench.control("GET", "calls/log", "").json();
        return (Map<?, ?>) log.get(log.size() - 1);
    }

    private static String head(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"));
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
