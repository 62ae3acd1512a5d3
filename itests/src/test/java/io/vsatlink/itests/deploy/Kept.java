/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vsatlink.itests.kill.Readings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an upgrade must preserve, as users see it: published generations, the output of commands for history and outbox,
 * and the settings files.
 */
record Kept(Map<String, String> told, Map<String, String> files) {
    private static final List<String> COMMANDS = List.of("satprov:poll-history", WaitingRequests.LIST);

    /** @param circuit a circuit with history */
    static Kept of(Host host, String circuit) throws Exception {
        Map<String, String> told = new TreeMap<>();
        told.put("generations", new Readings(host.jmx()).generations().toString());
        for (String command : COMMANDS) {
            told.put(command, table(host, command));
        }
        String history = "vsat:history circuits " + circuit;
        told.put(history, table(host, history));
        return new Kept(told, settings(host.file("etc")));
    }

    /** Only the table: the text around it may differ between versions. */
    private static String table(Host host, String command) throws IOException {
        return host.shell(command).lines().filter(line -> line.contains(" | ")).collect(Collectors.joining("\n"));
    }

    void assertStill(Host host, String circuit) throws Exception {
        Kept now = of(host, circuit);
        assertEquals(told, now.told);
        assertEquals(files, now.files);
    }

    /** Our files below etc, byte for byte. */
    static Map<String, String> settings(Path etc) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        try (Stream<Path> files = Files.list(etc)) {
            for (Path file : files.filter(Kept::isOurs).toList()) {
                settings.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return settings;
    }

    private static boolean isOurs(Path file) {
        return file.getFileName()
                .toString()
                .matches("(jmx\\.acl\\.)?io\\.vsatlink\\..*|org.*\\.acl\\.(vsat|satprov|etms|export)\\.cfg");
    }
}
