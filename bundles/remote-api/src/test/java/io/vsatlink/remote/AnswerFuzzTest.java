/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.pace.Consequence;
import io.vsatlink.remote.pace.PatientCaller;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random responses to logins and pages are read or become one of the four failures, without delay, and no message
 * contains a secret.
 */
class AnswerFuzzTest extends Fixture {
    private static final String[] STATUSES = {
        "200 OK",
        "200",
        "201 Made",
        "203 x",
        "204 None",
        "206 Part",
        "299 x",
        "300 x",
        "302 Found",
        "304 Same",
        "400 Bad",
        "401 No",
        "403 No",
        "404 None",
        "407 Proxy",
        "409 x",
        "412 x",
        "423 Locked",
        "429 Much",
        "500 Oops",
        "503 Busy",
        "600 x",
        "999 x",
        "000 x",
        "99999 x",
        "-1 x",
        "abc",
        ""
    };
    private static final Map<String, String[]> HEADERS = Map.of(
            "Link",
            new String[] {
                "<", ">", ";", ",", "rel=next", "rel=\"next\"", "/circuits?p=2", "title=\"", "\\", " ", "http://["
            },
            "Retry-After",
            new String[] {
                "1",
                "9",
                "0",
                ".",
                "-",
                "e",
                "e99999999",
                "Sun, 22 Nov 2026 12:00:30 GMT",
                " ",
                ",",
                "soon",
                "+999999999"
            },
            "Date",
            new String[] {
                "Sun, 22 Nov 2026 12:00:30 GMT", "Sun, 22 Nov 20260 12:00:30 GMT", "x", "", "+1000000000-01-01"
            },
            "Set-Cookie",
            new String[] {
                "a=",
                "b",
                "=",
                ";",
                "Path=/",
                "Path",
                "Domain=.",
                "Domain=localhost",
                "Max-Age=",
                "9".repeat(30),
                "-1",
                "Secure",
                "Expires=",
                "Sun, 99 Foo",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "\"",
                " ",
                "Version=1",
                "\u0001"
            },
            "Content-Encoding",
            new String[] {"gzip", "deflate", "br", "identity", ",", " ", "x".repeat(100), "\u00e9"},
            "ETag",
            new String[] {"\"", "W/", "x", "\u00ff", " ", "\t"},
            "Content-Type",
            new String[] {"application/json", "text", "/", ";", "charset=", "utf-99", "*", "\""},
            "Location",
            new String[] {"http:", "//", "/", "localhost", ":", "99999", "[", "\u00e9", " ", "?", "#"},
            "Content-Length",
            new String[] {"0", "1", "9", "-", "99999999999999999999", ","},
            "Content-Range",
            new String[] {"bytes", "items", " ", "0-1/7", "*"});
    private static final String[] VALUES = {
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "1e99999999",
        "9223372036854775807",
        "1.5",
        "\"\"",
        "\"x\"",
        "\"3600\"",
        "[]",
        "{}",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"/circuits?p=3\"",
        "\"http://[\"",
        "NaN"
    };
    private static final String[] MEMBERS = {
        "token", "expiresIn", "error", "message", "items", "totalItems", "totalPages", "pageSize", "fault"
    };
    private static final String[] BODIES = {"", "<html><title>x", "<?xml", "[", "\uFEFF{}", "{\"items\":[{},{}]", "  "};

    private final Random random = new Random(15_26);
    private final RetryTimer timer = new RetryTimer(Clock.systemUTC(), System::nanoTime);

    @Test
    @Timeout(300)
    void everyResponseIsReadOrBecomesAVendorFailure() {
        speak(
                Map.of(
                        "paging",
                        """
                        {"style": "next", "sizeParameter": "limit", "totalPointer": "/totalItems"}"""));
        vendor.login((request, out, socket) -> anything(out)).pages((request, out, socket) -> anything(out));
        int taken = 0;
        for (int i = 0; i < 1500; i++) {
            long start = System.nanoTime();
            taken += taken() ? 1 : 0;
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(taken).as("some are good").isPositive();
    }

    private boolean taken() {
        try {
            client.login();
            pageAt(page().next().map(PageRef.class::cast).orElse(PageRef.FIRST));
            return true;
        } catch (VendorException e) {
            assertThat(e.getMessage())
                    .doesNotContain("tok-", CREDENTIALS.password())
                    .doesNotContain("\u0001");
            assertThat(Consequence.of(e)).isNotNull();
            timer.after(e);
            if (e instanceof Unavailable unavailable) {
                assertThat(PatientCaller.pause(unavailable).orElse(Duration.ofMillis(1)))
                        .isBetween(Duration.ofNanos(1), Duration.ofMinutes(15));
            }
            return false;
        }
    }

    private boolean anything(OutputStream out) throws java.io.IOException {
        boolean good = random.nextInt(3) > 0;
        StringBuilder answer = new StringBuilder("HTTP/1.1 " + (good ? "200 OK" : one(STATUSES)) + "\r\n");
        List<String> names = List.copyOf(HEADERS.keySet());
        for (int count = random.nextInt(4); count > 0; count--) {
            String name = names.get(random.nextInt(names.size()));
            if (!good || !name.startsWith("Content-")) {
                answer.append(name)
                        .append(": ")
                        .append(several(HEADERS.get(name)))
                        .append("\r\n");
            }
        }
        answer.append("\r\n").append(body());
        out.write(answer.toString()
                .getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
        raw(out, "");
        return false;
    }

    private String body() {
        if (random.nextInt(5) == 0) {
            return one(BODIES);
        }
        if (random.nextInt(3) == 0) {
            return "{\"token\":\"tok-7\",\"expiresIn\":" + one(VALUES) + ",\"items\":[],\"totalItems\":7}";
        }
        StringBuilder body = new StringBuilder("{");
        for (int count = random.nextInt(6); count > 0; count--) {
            body.append('"')
                    .append(one(MEMBERS))
                    .append("\":")
                    .append(one(VALUES))
                    .append(count > 1 ? "," : "");
        }
        return body.append('}').toString();
    }

    private String several(String[] pieces) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(8); count > 0; count--) {
            text.append(one(pieces));
        }
        return text.toString();
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
