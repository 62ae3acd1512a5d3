/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vsatlink.api.recording.RecordedCall;
import io.vsatlink.api.recording.RecordedCall.Body;
import io.vsatlink.api.recording.RecordedCall.Header;
import io.vsatlink.api.recording.RecordedCall.Request;
import io.vsatlink.api.recording.RecordedCall.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The members that HAR 1.2 requires of each object, and nothing of ours without an underscore. */
class HarFileTest {
    /** Required and optional members, by the place of the object. */
    private static final Map<String, List<Set<String>>> MEMBERS = Map.of(
            "", List.of(Set.of("log"), Set.of()),
            "/log", List.of(Set.of("version", "creator", "entries"), Set.of("browser", "pages", "comment")),
            "/log/creator", List.of(Set.of("name", "version"), Set.of("comment")),
            "/log/entries/N",
                    List.of(
                            Set.of("startedDateTime", "time", "request", "response", "cache", "timings"),
                            Set.of("pageref", "serverIPAddress", "connection", "comment")),
            "/log/entries/N/request",
                    List.of(
                            Set.of(
                                    "method",
                                    "url",
                                    "httpVersion",
                                    "cookies",
                                    "headers",
                                    "queryString",
                                    "headersSize",
                                    "bodySize"),
                            Set.of("postData", "comment")),
            "/log/entries/N/request/postData", List.of(Set.of("mimeType", "text"), Set.of("params", "comment")),
            "/log/entries/N/response",
                    List.of(
                            Set.of(
                                    "status",
                                    "statusText",
                                    "httpVersion",
                                    "cookies",
                                    "headers",
                                    "content",
                                    "redirectURL",
                                    "headersSize",
                                    "bodySize"),
                            Set.of("comment")),
            "/log/entries/N/response/content",
                    List.of(Set.of("size", "mimeType"), Set.of("compression", "text", "encoding", "comment")),
            "/log/entries/N/timings",
                    List.of(Set.of("send", "wait", "receive"), Set.of("blocked", "dns", "connect", "ssl", "comment")),
            "/log/entries/N/cache", List.of(Set.of(), Set.of("beforeRequest", "afterRequest", "comment")));

    private static final Request ASKED = new Request(
            "POST",
            "https://vendor.example/x?a=b%20c&d",
            List.of(new Header("Accept", "application/json")),
            new Body("application/json", "{}", 2, false, ""));

    private static final List<RecordedCall> CALLS = List.of(
            new RecordedCall(
                    "1f",
                    1,
                    Instant.parse("2026-11-28T20:00:00Z"),
                    Duration.ofMillis(12),
                    Duration.ofNanos(1_500_000),
                    ASKED,
                    Optional.of(new Response(
                            302,
                            "Found",
                            List.of(new Header("Location", "/y")),
                            new Body("text/plain", "x", 900_000, true, "first 256 KiB of 900,000 bytes"))),
                    ""),
            new RecordedCall(
                    "2f",
                    2,
                    Instant.parse("2026-11-28T20:00:01Z"),
                    Duration.ofMillis(12),
                    Duration.ZERO,
                    new Request("GET", "https://vendor.example/", List.of(), Body.NONE),
                    Optional.empty(),
                    "no connection"));

    private static JsonNode written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HarFile.write("Satprov uat", CALLS, out);
        return new JsonMapper().readTree(out.toByteArray());
    }

    private static void check(String place, JsonNode json) {
        if (json.isArray()) {
            json.forEach(each -> check(place + "/N", each));
        }
        if (!json.isObject()) {
            return;
        }
        if (place.endsWith("/headers/N") || place.endsWith("/queryString/N")) {
            assertThat(json.fieldNames()).toIterable().containsExactlyInAnyOrder("name", "value");
            return;
        }
        assertThat(MEMBERS).containsKey(place);
        Set<String> names = new TreeSet<>();
        json.fieldNames().forEachRemaining(names::add);
        assertThat(names).as(place).containsAll(MEMBERS.get(place).get(0));
        names.removeIf(name -> name.startsWith("_"));
        names.removeAll(MEMBERS.get(place).get(0));
        assertThat(MEMBERS.get(place).get(1)).as(place).containsAll(names);
        json.properties().forEach(each -> check(place + "/" + each.getKey(), each.getValue()));
    }

    @Test
    void eachObjectHasTheMembersThatTheFormatRequires() throws IOException {
        check("", written());
    }

    @Test
    void theValuesAreThoseOfTheCall() throws IOException {
        JsonNode log = written().get("log");
        assertThat(log.get("version").asText()).isEqualTo("1.2");
        JsonNode entry = log.get("entries").get(0);
        assertThat(OffsetDateTime.parse(entry.get("startedDateTime").asText()).toInstant())
                .isEqualTo(CALLS.get(0).started());
        assertThat(entry.get("time").asDouble()).isEqualTo(13.5);
        assertThat(entry.at("/timings/wait").asDouble()
                        + entry.at("/timings/receive").asDouble())
                .isEqualTo(13.5);
        assertThat(entry.at("/request/queryString/0/value").asText()).isEqualTo("b c");
        assertThat(entry.at("/request/queryString/1/name").asText()).isEqualTo("d");
        assertThat(entry.at("/request/postData/text").asText()).isEqualTo("{}");
        assertThat(entry.at("/response/redirectURL").asText()).isEqualTo("/y");
        assertThat(entry.at("/response/content/size").asLong()).isEqualTo(900_000);
        assertThat(entry.at("/response/content/_truncated").asBoolean()).isTrue();
        assertThat(entry.at("/response/content/comment").asText()).isEqualTo("first 256 KiB of 900,000 bytes");
        assertThat(entry.get("_correlationId").asText()).isEqualTo("1f");

        JsonNode failed = log.get("entries").get(1);
        assertThat(failed.at("/response/status").asInt()).isZero();
        assertThat(failed.at("/response/_error").asText()).isEqualTo("no connection");
        assertThat(failed.get("_attempt").asInt()).isEqualTo(2);
        assertThat(failed.at("/request/postData").isMissingNode()).isTrue();
    }
}
