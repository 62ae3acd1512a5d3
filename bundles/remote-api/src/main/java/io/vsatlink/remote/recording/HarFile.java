/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vsatlink.api.recording.RecordedCall;
import io.vsatlink.api.recording.RecordedCall.Body;
import io.vsatlink.api.recording.RecordedCall.Header;
import io.vsatlink.api.recording.RecordedCall.Request;
import io.vsatlink.api.recording.RecordedCall.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Calls as an HTTP archive, HAR 1.2. What the format has no member for begins with an underscore, as it demands: {@code
 * _correlationId}, {@code _attempt}, {@code _truncated} for a body that is not whole, and {@code _error} as browsers write it.
 */
public final class HarFile {
    private static final String VERSION = "1.2";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int UNKNOWN = -1;

    private HarFile() {}

    /** @param element its type and name; the stream is not closed */
    public static void write(String element, List<RecordedCall> calls, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeObjectFieldStart("log");
        json.writeStringField("version", VERSION);
        json.writeObjectFieldStart("creator");
        json.writeStringField("name", "VsatLink");
        json.writeStringField("version", version());
        json.writeEndObject();
        json.writeStringField("comment", element + "; secrets are masked");
        json.writeArrayFieldStart("entries");
        for (RecordedCall call : calls) {
            entry(json, call);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.close();
    }

    private static String version() {
        String version = HarFile.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }

    private static void entry(JsonGenerator json, RecordedCall call) throws IOException {
        json.writeStartObject();
        json.writeStringField("startedDateTime", call.started().toString());
        json.writeNumberField("time", milliseconds(call.waited().plus(call.received())));
        request(json, call.request());
        response(json, call);
        json.writeObjectFieldStart("cache");
        json.writeEndObject();
        json.writeObjectFieldStart("timings");
        json.writeNumberField("send", 0);
        json.writeNumberField("wait", milliseconds(call.waited()));
        json.writeNumberField("receive", milliseconds(call.received()));
        json.writeEndObject();
        json.writeStringField("_correlationId", call.correlationId());
        json.writeNumberField("_attempt", call.attempt());
        json.writeEndObject();
    }

    private static double milliseconds(Duration duration) {
        return Math.round(duration.toNanos() / 1e3) / 1e3;
    }

    private static void request(JsonGenerator json, Request request) throws IOException {
        json.writeObjectFieldStart("request");
        json.writeStringField("method", request.method());
        json.writeStringField("url", request.url());
        json.writeStringField("httpVersion", "HTTP/1.1");
        none(json, "cookies");
        headers(json, request.headers());
        query(json, request.url());
        Body body = request.body();
        if (body.bytes() > 0) {
            json.writeObjectFieldStart("postData");
            json.writeStringField("mimeType", body.mediaType());
            json.writeStringField("text", body.text());
            notes(json, body);
            json.writeEndObject();
        }
        sizes(json, body.bytes());
        json.writeEndObject();
    }

    private static void response(JsonGenerator json, RecordedCall call) throws IOException {
        Response response = call.response().orElse(new Response(0, "", List.of(), Body.NONE));
        Body body = response.body();
        json.writeObjectFieldStart("response");
        json.writeNumberField("status", response.status());
        json.writeStringField("statusText", response.reason());
        json.writeStringField("httpVersion", call.response().isEmpty() ? "" : "HTTP/1.1");
        none(json, "cookies");
        headers(json, response.headers());
        json.writeObjectFieldStart("content");
        json.writeNumberField("size", body.bytes());
        json.writeStringField("mimeType", body.mediaType().isEmpty() ? "x-unknown" : body.mediaType());
        json.writeStringField("text", body.text());
        notes(json, body);
        json.writeEndObject();
        json.writeStringField("redirectURL", location(response.headers()));
        sizes(json, UNKNOWN);
        if (!call.failure().isEmpty()) {
            json.writeStringField("_error", call.failure());
        }
        json.writeEndObject();
    }

    private static String location(List<Header> headers) {
        return headers.stream()
                .filter(each -> each.name().equalsIgnoreCase("Location"))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    private static void notes(JsonGenerator json, Body body) throws IOException {
        if (!body.note().isEmpty()) {
            json.writeStringField("comment", body.note());
        }
        if (body.cut()) {
            json.writeBooleanField("_truncated", true);
        }
    }

    private static void none(JsonGenerator json, String list) throws IOException {
        json.writeArrayFieldStart(list);
        json.writeEndArray();
    }

    private static void headers(JsonGenerator json, List<Header> headers) throws IOException {
        json.writeArrayFieldStart("headers");
        for (Header each : headers) {
            pair(json, each.name(), each.value());
        }
        json.writeEndArray();
    }

    private static void query(JsonGenerator json, String url) throws IOException {
        json.writeArrayFieldStart("queryString");
        int query = url.indexOf('?');
        for (String each : query < 0 ? new String[0] : url.substring(query + 1).split("&", -1)) {
            int sign = each.indexOf('=');
            pair(
                    json,
                    decoded(sign < 0 ? each : each.substring(0, sign)),
                    sign < 0 ? "" : decoded(each.substring(sign + 1)));
        }
        json.writeEndArray();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // not encoded as it should be: as it went out
            return text;
        }
    }

    private static void pair(JsonGenerator json, String name, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("value", value);
        json.writeEndObject();
    }

    private static void sizes(JsonGenerator json, long body) throws IOException {
        json.writeNumberField("headersSize", UNKNOWN);
        json.writeNumberField("bodySize", body);
    }
}
