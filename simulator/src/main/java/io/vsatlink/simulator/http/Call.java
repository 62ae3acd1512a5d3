package io.vsatlink.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.vsatlink.simulator.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * One request and its answer. The answer is streamed in chunks, compressed if the client accepts that, and ends only with
 * {@link #finish}: so a call is in the log before its client can know that it is over. Used by one thread.
 */
public final class Call {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final HttpExchange exchange;
    private final Map<String, String> query;
    private int status;
    private OutputStream body = OutputStream.nullOutputStream();

    public Call(HttpExchange exchange) {
        this.exchange = exchange;
        this.query = Query.parse(exchange.getRequestURI().getRawQuery());
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    public String path() {
        return exchange.getRequestURI().getPath();
    }

    public String target() {
        return exchange.getRequestURI().toString();
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    public InputStream requestBody() {
        return exchange.getRequestBody();
    }

    public Headers answerHeaders() {
        return exchange.getResponseHeaders();
    }

    /** The status sent, 0 before {@link #begin}. */
    public int status() {
        return status;
    }

    public OutputStream begin(int code, String contentType) throws IOException {
        if (!answerHeaders().containsKey("Content-Type")) {
            answerHeaders().set("Content-Type", contentType);
        }
        boolean bodiless = method().equals("HEAD") || code < 200 || code == 204 || code == 304;
        boolean gzip = !bodiless && Gzip.isAccepted(exchange.getRequestHeaders().get("Accept-Encoding"));
        if (gzip) {
            answerHeaders().set("Content-Encoding", "gzip");
        }
        status = code;
        exchange.sendResponseHeaders(code, bodiless ? -1 : 0);
        if (!bodiless) {
            OutputStream raw = new BufferedOutputStream(exchange.getResponseBody(), BUFFER_BYTES);
            body = gzip ? Gzip.fast(raw) : raw;
        }
        return body;
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
        answerHeaders().set("Allow", allowed);
        error(405, "method_not_allowed", "Use " + allowed + ".");
    }

    public void finish() throws IOException {
        body.close();
        exchange.close();
    }
}
