/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The simulator as a separate process, so that tests of other modules meet it only over sockets. The system property
 * {@code simulator.jar} is its path. It is ended with this JVM if it still runs.
 */
public final class SimulatorProcess implements AutoCloseable {
    private final Process process;
    private final URI base;
    private final Optional<Path> caFile;
    private final HttpClient client =
            HttpClient.newBuilder().sslContext(TrustEverything.context()).build();

    private SimulatorProcess(Process process, URI base, Optional<Path> caFile) {
        this.process = process;
        this.base = base;
        this.caFile = caFile;
    }

    /** @param options of its command line, for instance {@code --circuits 200} */
    public static SimulatorProcess start(String... options) {
        return start(Optional.empty(), options);
    }

    /**
     * Starts it with https; clients must trust {@link #caFile}.
     *
     * @param options for instance {@code --tls-certificate expired}
     */
    public static SimulatorProcess startWithTls(String... options) {
        try {
            Path file = Files.createTempFile("simulator-ca", ".pem");
            String[] all = Stream.concat(Stream.of("--tls", "--ca-file", file.toString()), Stream.of(options))
                    .toArray(String[]::new);
            return start(Optional.of(file), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimulatorProcess start(Optional<Path> caFile, String... options) {
        Path jar = Path.of(System.getProperty("simulator.jar"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                jar.toString(),
                "--exit-with-parent"));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String ready = out.readLine();
            if (ready == null) {
                throw new IllegalStateException(jar + " did not start");
            }
            return new SimulatorProcess(process, URI.create(ready.substring(ready.lastIndexOf(' ') + 1)), caFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code http://127.0.0.1:port}, or {@code https://localhost:port}. */
    public URI base() {
        return base;
    }

    /** The certificate of the authority that signed the simulator's certificate, as PEM; with https only. */
    public Path caFile() {
        return caFile.orElseThrow(() -> new IllegalStateException("this simulator speaks plain http"));
    }

    public int port() {
        return base.getPort();
    }

    /**
     * GET from the control endpoint, for instance {@code calls}.
     *
     * @return the body of the response
     */
    public String get(String control) {
        return send("GET", control, BodyPublishers.noBody());
    }

    /** POST to the control endpoint, for instance {@code faults}. */
    public String post(String control, String json) {
        return send("POST", control, BodyPublishers.ofString(json));
    }

    /** DELETE at the control endpoint, for instance {@code churn} or {@code etms/desk}. */
    public void delete(String control) {
        send("DELETE", control, BodyPublishers.noBody());
    }

    public void clearFaults() {
        delete("faults");
    }

    /**
     * The vendor's current rows, one JSON object each.
     *
     * @param path as in the vendor's URLs
     */
    public Stream<String> truth(String path) {
        return get("truth/" + path).lines();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        if (caFile.isPresent()) {
            try {
                Files.deleteIfExists(caFile.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String send(String method, String control, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/control/" + control))
                .method(method, body)
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(control + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
