/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Requests that no well-behaved browser sends. Run by {@link ConsoleSecurityIT} in its Karaf. */
abstract class WireChecks {
    private final ConsoleScene scene;

    WireChecks(ConsoleScene scene) {
        this.scene = scene;
    }

    @Test
    void clientsThatSendOrReadSlowlyHoldUpNobody() throws Exception {
        int port = scene.karaf().httpPort();
        for (String path : List.of("/vsatlink/api/session", "/vsatlink/api/operation", "/vsatlink/")) {
            try (SlowClients slow = SlowClients.sending(port, 260, path)) {
                assertAnswersSoon("260 who send to " + path);
            }
        }
        String cookie = ApiClient.of(scene, ConsoleScene.VIEWER).cookie();
        for (String path : List.of("/vsatlink/api/rows.csv?element=uat&dataset=circuits", "/vsatlink/console.css")) {
            try (SlowClients slow = SlowClients.reading(port, 230, path, cookie, 400)) {
                assertAnswersSoon("230 who read " + path);
            }
        }
    }

    /** Requests the page, the API and the metrics; three times, because the slow clients do not all arrive at once. */
    private void assertAnswersSoon(String meanwhile) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        for (int i = 0; i < 3; i++) {
            Thread.sleep(700);
            for (String path : List.of("", "api/session", "metrics/")) {
                HttpRequest request = HttpRequest.newBuilder(scene.at(path))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        "ada:ada-test-password".getBytes(StandardCharsets.UTF_8)))
                        .timeout(Duration.ofSeconds(10))
                        .build();
                long began = System.nanoTime();
                assertEquals(
                        200, http.send(request, BodyHandlers.discarding()).statusCode(), path + " beside " + meanwhile);
                System.out.println(
                        path + " beside " + meanwhile + ": " + (System.nanoTime() - began) / 1_000_000 + " ms");
            }
        }
    }

    @Test
    void theCookieIsForTlsWhereTheBrowserSpeaksItToAProxy() throws Exception {
        String credentials = "{\"user\":\"vera\",\"password\":\"vera-test-password\"}";
        for (Map<String, String> said : List.of(
                Map.of("Origin", "https://console.noc.example", "Host", "console"),
                Map.of("X-Forwarded-Proto", "https", "Host", "console"),
                Map.of("Forwarded", "for=10.0.0.7;proto=https", "Host", "console"))) {
            Map<String, String> headers = new TreeMap<>(said);
            if (headers.containsKey("Origin")) {
                headers.put("Origin", "https://console");
            }
            headers.put("Content-Type", "application/json");
            headers.put("Content-Length", String.valueOf(credentials.length()));
            String answer;
            try (RawHttp client = new RawHttp(scene.karaf().httpPort())) {
                client.call("POST", "/vsatlink/api/session", headers);
                client.send(credentials);
                answer = client.rest();
            }
            assertTrue(
                    answer.matches("(?s)HTTP/1.1 200 .*Set-Cookie: __Secure-vsatlink-session="
                            + "[\\w-]{43}; Path=/vsatlink/; HttpOnly; SameSite=Strict; Secure\r\n.*"),
                    said + answer);
            String secure = answer.replaceAll("(?s).*(__Secure-vsatlink-session=[\\w-]{43}).*", "$1");
            assertTrue(RawHttp.answer(
                            scene.karaf().httpPort(),
                            "GET",
                            "/vsatlink/api/elements",
                            Map.of("Host", "console", "X-Forwarded-Proto", "https", "Cookie", secure))
                    .startsWith("HTTP/1.1 200 "));
            // a cookie planted over http must not become the session of a user on https
            assertTrue(RawHttp.answer(
                            scene.karaf().httpPort(),
                            "GET",
                            "/vsatlink/api/elements",
                            Map.of(
                                    "Host",
                                    "console",
                                    "X-Forwarded-Proto",
                                    "https",
                                    "Cookie",
                                    secure.replace("__Secure-", "")))
                    .startsWith("HTTP/1.1 401 "));
        }
    }

    @Test
    void aNameThatSomebodyElseLeadsHereIsNotAnswered() throws Exception {
        int port = scene.karaf().httpPort();
        for (String path :
                List.of("/vsatlink/", "/vsatlink/console.js", "/vsatlink/api/session", "/vsatlink/metrics/")) {
            String answer = RawHttp.answer(port, "GET", path, Map.of("Host", "evil.example:" + port));
            assertTrue(answer.startsWith("HTTP/1.1 421 "), path + answer);
            assertTrue(answer.contains("io.vsatlink.hostNames"), answer);
            assertFalse(answer.contains("evil.example"), answer);
            for (String name : List.of("localhost:" + port, "127.0.0.1", "noc.known.example:8443")) {
                String ours = RawHttp.answer(port, "GET", path, Map.of("Host", name));
                assertTrue(ours.matches("(?s)HTTP/1.1 (200|401) .*"), name + path + ours);
            }
        }
    }

    @Test
    void nothingThatAClientSendsIsAnErrorOfOurs() throws Exception {
        int port = scene.karaf().httpPort();
        String cookie = ApiClient.of(scene, ConsoleScene.ADMIN).cookie();
        for (Fuzz.Call call : Fuzz.calls()) {
            Map<String, String> headers = new TreeMap<>(Map.of("Cookie", cookie));
            headers.putAll(call.headers());
            String answer = RawHttp.answer(port, call.method(), call.target(), headers);
            assertTrue(answer.matches("(?s)HTTP/1.1 ([234]|501 ).*"), call + ": " + answer);
            assertFalse(answer.contains("\tat "), call + ": " + answer);
        }
        String log = scene.karaf().read("data/log/karaf.log");
        assertFalse(log.contains("met an error"), log);
    }
}
