/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.karaf.KarafProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.remote.JMXConnector;

/** The web console of the assembly, in an otherwise idle Karaf, called over HTTP as by a browser. */
final class OurConsole implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final KarafProcess karaf;
    private JMXConnector jmx;
    private String cookie = "";

    private OurConsole(KarafProcess karaf) {
        this.karaf = karaf;
    }

    /** Starts it with a copy of this database, and logs in. */
    static OurConsole start(Path database) throws Exception {
        OurConsole console =
                new OurConsole(KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), "console"));
        boolean started = false;
        try {
            console.start(database, "512m");
            started = true;
            return console;
        } finally {
            if (!started) {
                console.close();
            }
        }
    }

    private void start(Path database, String heap) throws Exception {
        Path data = Files.createDirectories(karaf.home().resolve("data/vsatlink"));
        Lab.copy(database, data.resolve("db"));
        karaf.start(heap);
        jmx = karaf.connect();
        String person = "{\"user\":\"" + KarafProcess.USER + "\",\"password\":\"" + KarafProcess.PASSWORD + "\"}";
        Await.until("the login", () -> {
            try {
                HttpResponse<String> answer = send(request("session").POST(BodyPublishers.ofString(person)));
                cookie = answer.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
                return answer.statusCode() == 200;
            } catch (ConnectException e) {
                // JMX is available before the HTTP service
                return false;
            }
        });
        Await.until(
                "the database", () -> send(request(PageQuery.FILTERED.path())).statusCode() == 200);
    }

    Meter meter() throws Exception {
        return new Meter(jmx.getMBeanServerConnection(), karaf.container().pid());
    }

    /** Requests these pages. */
    void ask(List<PageQuery> queries, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            for (PageQuery query : queries) {
                answer(query.path());
            }
        }
    }

    /** The content of these pages. */
    Content content(List<PageQuery> queries) throws Exception {
        List<String> lines = new ArrayList<>();
        for (PageQuery query : queries) {
            int place = 0;
            for (JsonNode row : JSON.readTree(answer(query.path())).get("rows")) {
                List<String> cells = new ArrayList<>();
                row.get("values").forEach(value -> cells.add(value.isNull() ? "" : value.asText()));
                lines.add(query.line(place++, cells));
            }
        }
        return lines.stream().collect(Content.ofRows());
    }

    /** Requests consecutive pages, and starts again after the last one. */
    void turn(PageQuery query, int pages) throws Exception {
        String beyond = "";
        for (int i = 0; i < pages; i++) {
            JsonNode rows = JSON.readTree(answer(query.path() + beyond)).get("rows");
            beyond = rows.isEmpty() ? "" : query.beyond(rows.get(rows.size() - 1));
        }
    }

    static String parameter(String name, JsonNode value) {
        return value.isNull() ? "" : "&" + name + "=" + URLEncoder.encode(value.asText(), StandardCharsets.UTF_8);
    }

    private String answer(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path));
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + karaf.httpPort() + "/vsatlink/api/" + path))
                .header("Content-Type", "application/json")
                .header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        if (jmx != null) {
            jmx.close();
            karaf.stop();
        }
        karaf.close();
        Lab.delete(karaf.home());
    }
}
