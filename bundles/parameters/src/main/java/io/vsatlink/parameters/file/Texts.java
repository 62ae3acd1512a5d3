/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.file;

import io.vsatlink.parameters.text.FileContent;
import io.vsatlink.parameters.text.Settings;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The written form of values in which FileInstall has replaced variables. It is used while the file itself can't be
 * read because another program is writing it. Thread-safe.
 */
final class Texts {
    private final Map<String, Map<String, Text>> byPid = new ConcurrentHashMap<>();

    /** One value, as delivered and as written. */
    private record Text(Object delivered, Object written) {}

    void remember(String pid, FileContent content) throws IOException {
        byPid.computeIfAbsent(pid, key -> new ConcurrentHashMap<>()).putAll(texts(content));
    }

    /**
     * Returns the same settings as they were written.
     *
     * @param delivered the settings of the configuration. Settings that neither the file nor the memory contains are
     *     omitted.
     */
    Map<String, Object> written(String pid, Map<String, Object> delivered, FileContent content) throws IOException {
        Map<String, Text> there = texts(content);
        Map<String, Text> remembered = byPid.computeIfAbsent(pid, key -> new ConcurrentHashMap<>());
        Map<String, Object> written = new LinkedHashMap<>();
        delivered.forEach((key, value) -> {
            String folded = Settings.folded(key);
            Text now = there.get(folded);
            if (now != null && now.delivered().equals(value)) {
                remembered.put(folded, now);
            }
            Text known = remembered.get(folded);
            if (known != null && known.delivered().equals(value)) {
                written.put(key, known.written());
            }
        });
        return written;
    }

    private static Map<String, Text> texts(FileContent content) throws IOException {
        Map<String, Object> written = new HashMap<>();
        content.written().forEach((key, value) -> written.put(Settings.folded(key), value));
        Map<String, Text> texts = new HashMap<>();
        content.delivered().forEach((key, value) -> {
            String folded = Settings.folded(key);
            texts.put(folded, new Text(value, written.getOrDefault(folded, value)));
        });
        return texts;
    }
}
