/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vsatlink.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A vendor that accepts every login and records the passwords: nothing else shows them. */
public final class LoginWitness implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Map<String, Login> last = new ConcurrentHashMap<>();

    private record Login(String password, int number) {}

    public LoginWitness() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String port() {
        return String.valueOf(server.getAddress().getPort());
    }

    /** The number of logins of a user so far. */
    public int logins(String user) {
        return last.getOrDefault(user, new Login("", 0)).number();
    }

    /** Waits for a login after the given number of logins; returns the last password. */
    public String password(String user, int after) throws Exception {
        Await.until("a login of " + user, () -> logins(user) > after);
        return last.get(user).password();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            boolean login = call.getRequestURI().getPath().endsWith("/login");
            if (login) {
                JsonNode said = JSON.readTree(body);
                last.merge(
                        said.path("username").asText(),
                        new Login(said.path("password").asText(), 1),
                        (before, now) -> new Login(now.password(), before.number() + 1));
            }
            byte[] answer = (login ? "{\"token\":\"t\",\"expiresIn\":3600}" : "{}").getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(login ? 200 : 404, answer.length);
            call.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
