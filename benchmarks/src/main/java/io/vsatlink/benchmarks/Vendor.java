/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import io.vsatlink.api.dataset.Dataset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The simulator as a separate process, with enough memory to cache its pages. It is ended with this JVM if it still
 * runs.
 */
final class Vendor implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI base;

    private Vendor(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    static Vendor start(int circuits) throws IOException {
        List<String> options = new ArrayList<>(List.of("--exit-with-parent", "--circuits", String.valueOf(circuits)));
        if (knows("--prerender")) {
            options.add("--prerender");
        }
        Process process = java(options);
        String ready = firstLine(process);
        return new Vendor(process, URI.create(ready.substring(ready.lastIndexOf(' ') + 1)));
    }

    int port() {
        return base.getPort();
    }

    /** Delays every further page of circuits by this time. */
    void delay(long millis) throws IOException, InterruptedException {
        post("faults", "[{\"path\":\"circuits\",\"delayMillis\":" + millis + "}]");
    }

    /** Delays every further new ticket by this time. */
    void delayTickets(long millis) throws IOException, InterruptedException {
        post("faults", "[{\"method\":\"POST\",\"path\":\"etms/tickets\",\"delayMillis\":" + millis + "}]");
    }

    /** The tickets whose external id begins with the prefix, by the rest of the id. */
    Content tickets(String prefix) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("/control/etms/writes")).build();
        Pattern made =
                Pattern.compile("\"kind\":\"CREATE\".*?\"externalId\":\"" + Pattern.quote(prefix) + "([^\"]*)\"");
        try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
            return lines.map(made::matcher)
                    .filter(Matcher::find)
                    .map(match -> match.group(1))
                    .collect(Content.ofRows());
        }
    }

    /** Changes this number of circuits, always the same ones. */
    void change(long circuits) throws IOException, InterruptedException {
        post("rows/circuits", "{\"change\":" + circuits + "}");
    }

    /** Its current rows, read without paging. */
    Content truth(Dataset dataset) throws IOException, InterruptedException {
        String path = dataset == Dataset.CONTACT_INFO ? "contact-infos" : dataset.fileStem();
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("/control/truth/" + path)).build();
        try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
            return Contents.ofVendor(dataset, lines);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void post(String control, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/control/" + control))
                .POST(BodyPublishers.ofString(json))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(control + ": " + response.body());
        }
    }

    private static boolean knows(String option) throws IOException {
        Process help = java(List.of("--help"));
        try (BufferedReader text = help.inputReader(StandardCharsets.UTF_8)) {
            return text.lines().anyMatch(line -> line.contains(option));
        }
    }

    private static Process java(List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-jar", System.getProperty("simulator.jar")));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the simulator did not start");
        }
        return line;
    }
}
