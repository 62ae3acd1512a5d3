/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A manifest, parsed without our code.
 *
 * @param seal of the manifest itself
 * @param files the listed files by name
 */
record FileList(Seal seal, Map<String, Entry> files) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param generation 0 if the file belongs to no dataset, or the dataset was never polled */
    record Entry(Seal seal, String dataset, long generation) {}

    /** Empty if it is not a complete JSON document. */
    static Optional<FileList> parse(byte[] manifest) {
        try {
            Map<String, Entry> files = new TreeMap<>();
            for (JsonNode file : JSON.readTree(manifest).path("files")) {
                Seal seal =
                        new Seal(file.get("bytes").asLong(), file.get("sha256").asText());
                files.put(
                        file.get("name").asText(),
                        new Entry(
                                seal,
                                file.path("dataset").asText(""),
                                file.path("generation").asLong()));
            }
            return files.isEmpty() ? Optional.empty() : Optional.of(new FileList(Seal.of(manifest), files));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean vouchesFor(String name, Seal found) {
        return files.containsKey(name) && files.get(name).seal().equals(found);
    }

    /** The generations by dataset key. */
    Map<String, Long> generations() {
        Map<String, Long> generations = new TreeMap<>();
        files.values().stream()
                .filter(file -> !file.dataset().isEmpty())
                .forEach(file -> generations.put(file.dataset(), file.generation()));
        return generations;
    }
}
