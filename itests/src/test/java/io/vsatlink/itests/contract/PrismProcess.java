/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prism, a third party's judge of HTTP calls by an OpenAPI document, as a process of its own. The system property
 * {@code prism.folder} says where npm has put it. It ends with this JVM at the latest.
 */
final class PrismProcess implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("Prism is listening on (http://\\S+:\\d+)");
    private static final Pattern VIOLATION = Pattern.compile("(?:Violation|Request terminated with error): (.*)");
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

    private final Process process;
    private final BufferedReader out;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private URI base;

    private PrismProcess(List<String> arguments) {
        Path folder = Path.of(System.getProperty("prism.folder"));
        List<String> command = new ArrayList<>(List.of(
                "node",
                "--require",
                folder.resolve("exit-with-parent.cjs").toString(),
                folder.resolve("node_modules/@stoplight/prism-cli/dist/index.js")
                        .toString()));
        command.addAll(arguments);
        // else it takes port 4010; and a second process of its own where NODE_ENV says that this is production
        command.addAll(List.of("--host", "127.0.0.1", "--port", "0", "--multiprocess", "false"));
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        awaitStart();
        Thread reader = new Thread(this::read, "prism-log");
        reader.setDaemon(true);
        reader.start();
    }

    /** Lets calls through to the vendor, whatever it thinks of them, and tells what is wrong with call or answer. */
    static PrismProcess proxy(Path document, URI vendor) {
        return new PrismProcess(List.of("proxy", document.toString(), vendor.toString()));
    }

    /** Answers with the document's examples. */
    static PrismProcess mock(Path document) {
        return new PrismProcess(List.of("mock", document.toString()));
    }

    URI base() {
        return base;
    }

    /** What it found wrong since its start, in the order of calls: {@code request ...} or {@code response ...}. */
    List<String> violations() {
        return log.stream()
                .map(VIOLATION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).strip())
                .toList();
    }

    /** All that it said, for messages. */
    String log() {
        return String.join("\n", log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void awaitStart() {
        while (base == null) {
            String line = line();
            if (line == null) {
                throw new IllegalStateException("Prism did not start: " + log());
            }
            log.add(line);
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                base = URI.create(listens.group(1));
            }
        }
    }

    private void read() {
        for (String line = line(); line != null; line = line()) {
            log.add(line);
        }
    }

    private String line() {
        try {
            String line = out.readLine();
            return line == null ? null : COLOURS.matcher(line).replaceAll("");
        } catch (IOException e) {
            // closed: there is no more
            return null;
        }
    }
}
