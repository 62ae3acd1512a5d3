/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.json;

import io.vsatlink.testkit.http.RawServer;
import io.vsatlink.testkit.http.RawServer.Script;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor with a login by POST and pages by GET; the test supplies the responses. */
final class ScriptedVendor implements AutoCloseable {
    final List<String> requests;
    private final AtomicInteger logins = new AtomicInteger();
    private final RawServer server;
    private final String scheme;
    private volatile Script onLogin =
            (request, out, socket) -> json(out, "{\"token\":\"tok-" + logins.incrementAndGet() + "\"}");
    private volatile Script onPage = (request, out, socket) -> json(out, pageOf("{\"circuitId\":\"c1\"}"));

    ScriptedVendor() {
        server = RawServer.start(this::answer);
        scheme = "http";
        requests = server.requests();
    }

    ScriptedVendor(ServerSocket socket, String scheme) {
        server = RawServer.start(socket, this::answer);
        this.scheme = scheme;
        requests = server.requests();
    }

    private boolean answer(String request, OutputStream out, Socket socket) throws IOException, InterruptedException {
        return (request.startsWith("POST") ? onLogin : onPage).answer(request, out, socket);
    }

    ScriptedVendor login(Script script) {
        onLogin = script;
        return this;
    }

    ScriptedVendor pages(Script script) {
        onPage = script;
        return this;
    }

    int port() {
        return server.port();
    }

    URI base() {
        return URI.create(scheme + "://localhost:" + port());
    }

    long loginCount() {
        return requests.stream().filter(request -> request.startsWith("POST")).count();
    }

    long pageCount() {
        return requests.stream().filter(request -> request.startsWith("GET")).count();
    }

    static String pageOf(String... items) {
        return "{\"page\":1,\"pageSize\":2,\"totalItems\":7,\"totalPages\":4,\"items\":[" + String.join(",", items)
                + "]}";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
