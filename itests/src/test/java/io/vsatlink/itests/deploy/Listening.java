/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The machine's listening sockets, from Linux's tables. */
record Listening(List<String> rows) {
    private static final String WAITS = "0A";
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

    static Listening now() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            rows.addAll(Files.readAllLines(Path.of(table)));
        }
        return new Listening(rows);
    }

    /** For each socket that listens on this port, whether it is on loopback; empty if none listens. */
    Set<Boolean> loopback(int port) {
        String end = String.format(":%04X", port);
        return rows.stream()
                .map(row -> row.strip().split(" +"))
                .filter(words -> words[1].endsWith(end) && words[3].equals(WAITS))
                .map(words -> LOOPBACK.contains(words[1].substring(0, words[1].length() - end.length())))
                .collect(Collectors.toSet());
    }
}
