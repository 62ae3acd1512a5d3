/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import io.vsatlink.itests.programs.NodeProgram;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prism, a third-party validator of HTTP calls against an OpenAPI document, as a separate process. */
public record PrismProcess(NodeProgram program) implements AutoCloseable {
    private static final Path SCRIPT = Path.of("node_modules/@stoplight/prism-cli/dist/index.js");
    private static final Pattern VIOLATION = Pattern.compile("(?:Violation|Request terminated with error): (.*)");

    private static PrismProcess start(List<String> command, String... more) {
        List<String> arguments = new ArrayList<>(command);
        // otherwise it uses port 4010, and starts a second process if NODE_ENV is "production"
        arguments.addAll(List.of("--host", "127.0.0.1", "--port", "0", "--multiprocess", "false"));
        arguments.addAll(List.of(more));
        return new PrismProcess(NodeProgram.start("prism", SCRIPT, arguments));
    }

    /** A proxy to the vendor that passes all calls and reports violations in requests and responses. */
    public static PrismProcess proxy(Path document, URI vendor) {
        return start(List.of("proxy", document.toAbsolutePath().toString(), vendor.toString()));
    }

    /** A mock server that returns the document's examples. */
    public static PrismProcess mock(Path document) {
        return start(List.of("mock", document.toAbsolutePath().toString()));
    }

    public URI base() {
        return program.base();
    }

    /** The violations since its start, in the order of calls: {@code request ...} or {@code response ...}. */
    public List<String> violations() {
        return program.lines().stream()
                .map(VIOLATION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).strip())
                .toList();
    }

    @Override
    public void close() {
        program.close();
    }
}
