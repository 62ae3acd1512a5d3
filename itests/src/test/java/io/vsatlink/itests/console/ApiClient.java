/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/** A program that calls the API as the web page does. */
final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConsoleScene scene;
    private final Map<String, String> headers = new TreeMap<>();

    ApiClient(ConsoleScene scene) {
        this.scene = scene;
    }

    /** A client that has logged in. */
    static ApiClient of(ConsoleScene scene, ConsoleScene.Login login) throws Exception {
        ApiClient client = new ApiClient(scene);
        HttpResponse<String> answer = client.logIn(login);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        client.headers.put("Cookie", cookie(answer).split(";", 2)[0]);
        client.headers.put(
                "X-CSRF-Token", JSON.readTree(answer.body()).get("csrfToken").asText());
        return client;
    }

    /** A client that uses a browser's session. */
    static ApiClient of(ConsoleScene scene, Browser browser) throws Exception {
        ApiClient client = new ApiClient(scene);
        String name = "vsatlink-session-" + scene.karaf().httpPort();
        client.headers.put(
                "Cookie",
                name + "=" + browser.driver().manage().getCookieNamed(name).getValue());
        client.headers.put(
                "X-CSRF-Token", client.json("session").get("csrfToken").asText());
        return client;
    }

    /** The session cookie. */
    static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("vsatlink-session"))
                .findFirst()
                .orElseThrow();
    }

    /** The cookies that it sends. */
    String cookie() {
        return headers.get("Cookie");
    }

    ApiClient with(String header, String value) {
        ApiClient client = new ApiClient(scene);
        client.headers.putAll(headers);
        client.headers.put(header, value);
        return client;
    }

    ApiClient without(String header) {
        ApiClient client = new ApiClient(scene);
        client.headers.putAll(headers);
        client.headers.remove(header);
        return client;
    }

    HttpResponse<String> logIn(ConsoleScene.Login login) throws Exception {
        return send("POST", "session", Map.of("user", login.user(), "password", login.password()));
    }

    /** @param of type and name of the element, and the title of its row: {@code Satprov uat}, {@code Store} */
    HttpResponse<String> operation(String of, String operation) throws Exception {
        return send("POST", "operation", of(of, Map.of("operation", operation)));
    }

    HttpResponse<String> set(String of, String attribute, String value) throws Exception {
        return send("PUT", "setting", of(of, Map.of("attribute", attribute, "value", value)));
    }

    private static Map<String, String> of(String element, Map<String, String> what) {
        String[] words = element.split(" ", -1);
        Map<String, String> body = new TreeMap<>(what);
        body.put("type", words[0]);
        body.put("name", words.length > 1 ? words[1] : "");
        body.put("row", words.length > 2 ? words[2] : "");
        return body;
    }

    JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = send("GET", path, null);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, null);
    }

    HttpResponse<String> send(String method, String path, Object body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(scene.at("api/" + path));
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
