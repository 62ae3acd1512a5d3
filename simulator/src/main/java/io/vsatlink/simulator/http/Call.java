/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vsatlink.simulator.json.Json;
import io.vsatlink.simulator.wire.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * One request and its answer. The answer ends only with {@link #finish}, so that a call is in the log before its client
 * can know that it is complete. Used by one thread at a time.
 */
public final class Call {
    private final Request request;
    private final Map<String, String> query;
    private final Distortion distortion = new Distortion();
    private final Answer answer;

    public Call(Request request) {
        this.request = request;
        this.query = Query.parse(request.target().getRawQuery());
        this.answer = new Answer(request, distortion);
    }

    /** Sets the destination of the answer; no answer can be started before. */
    public void connect(OutputStream wire) {
        answer.connect(wire);
    }

    /** Returns the same request, whose answer is discarded. */
    public Call unseen() {
        return new Call(request);
    }

    public String method() {
        return request.method();
    }

    public String path() {
        return request.target().getPath();
    }

    public String target() {
        return request.target().toString();
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** Replaces the request of the client by another one from now on. */
    public void pretend(String parameter, String value) {
        query.put(parameter, value);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.headers().get(name));
    }

    public InputStream requestBody() {
        return request.body();
    }

    public Distortion distortion() {
        return distortion;
    }

    public Map<String, String> answerHeaders() {
        return answer.headers();
    }

    /** Returns the sent status; 0 before {@link #begin}. */
    public int status() {
        return answer.status();
    }

    public OutputStream begin(int code, String contentType) throws IOException {
        return answer.begin(code, contentType);
    }

    /** Sends an answer that was prepared earlier. */
    public void whole(int code, String contentType, Rendering rendering) throws IOException {
        answer.whole(code, contentType, rendering);
    }

    public JsonGenerator beginJson(int code) throws IOException {
        return Json.writer(begin(code, "application/json"));
    }

    public void json(int code, Object value) throws IOException {
        try (JsonGenerator json = beginJson(code).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            Json.write(json, value);
        }
    }

    public void error(int code, String error, String message) throws IOException {
        json(code, Map.of("error", error, "message", message));
    }

    public void methodNotAllowed(String allowed) throws IOException {
        answer.headers().put("Allow", allowed);
        error(405, "method_not_allowed", "Use " + allowed + ".");
    }

    /** Returns false if the connection must be closed now. */
    public boolean finish() throws IOException {
        return answer.finish();
    }
}
