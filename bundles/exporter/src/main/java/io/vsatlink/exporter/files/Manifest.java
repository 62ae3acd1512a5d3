/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.VsatStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list of the files of an export, published last: if every file matches it, the set is complete.
 *
 * @param element the element of the data
 * @param exportedAt when, to the second
 * @param files the files, without the manifest itself
 */
public record Manifest(String element, Instant exportedAt, List<Entry> files) {
    static final String NAME = "manifest.json";
    /** Ours have some three thousand bytes. */
    private static final int LARGEST = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Manifest.class);
    private static final ObjectMapper JSON = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    /**
     * A file.
     *
     * @param rows rows or records it has
     * @param dataset the dataset's key, null for a file that joins several
     * @param generation the dataset's generation, null where none was ever polled
     * @param polledAt when that generation became current
     * @param fullPolledAt when the last generation, up to that one, that was read as a whole became current: deletions after it are not
     *     known. Null also in a manifest of an earlier version
     * @param state {@code complete}, {@code stale}, {@code never} or {@code disabled}
     */
    public record Entry(
            String name,
            long rows,
            long bytes,
            String sha256,
            String dataset,
            Long generation,
            Instant polledAt,
            Instant fullPolledAt,
            String state) {

        Entry(String name, long rows, long bytes, String sha256) {
            this(name, rows, bytes, sha256, null, null, null, null, null);
        }
    }

    /** Rows of all datasets; each counts once, regardless of the number of formats. */
    public long rows() {
        return files.stream()
                .filter(file -> file.dataset() != null)
                .collect(Collectors.toMap(Entry::dataset, Entry::rows, (one, other) -> one))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The names of its files. */
    Set<String> names() {
        return files.stream().map(Entry::name).collect(Collectors.toSet());
    }

    /** Whether it lists exactly the files of such a set. */
    public boolean isLaidOut(Layout layout) {
        return names().equals(layout.names());
    }

    /** Whether this set has the store's generation of every dataset. */
    public boolean isAtCurrentGenerations(String elementName, VsatStore store) {
        return element.equals(elementName)
                && Arrays.stream(Dataset.values()).allMatch(dataset -> generation(dataset)
                        .equals(store.current(elementName, dataset).map(Generation::number)));
    }

    private Optional<Long> generation(Dataset dataset) {
        return files.stream()
                .filter(file -> dataset.key().equals(file.dataset()))
                .findFirst()
                .map(Entry::generation);
    }

    long write(OutputStream out) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("element", element);
        root.put("exportedAt", exportedAt.toString());
        var list = root.putArray("files");
        for (Entry file : files) {
            ObjectNode node = list.addObject();
            node.put("name", file.name());
            node.put("rows", file.rows());
            node.put("bytes", file.bytes());
            node.put("sha256", file.sha256());
            if (file.dataset() != null) {
                node.put("dataset", file.dataset());
                node.put("generation", file.generation());
                node.put("polledAt", text(file.polledAt()));
                node.put("fullPolledAt", text(file.fullPolledAt()));
                node.put("state", file.state());
            }
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(out, root);
        return files.size();
    }

    /** The manifest in a directory; empty if there is no readable one. */
    public static Optional<Manifest> inPlace(Path directory) {
        try {
            return read(directory);
        } catch (IOException e) {
            LOG.debug("the export continues without it", e);
            return Optional.empty();
        }
    }

    /**
     * The manifest in a directory; empty for none.
     *
     * @throws IOException if it can't be read, or is not a valid manifest
     */
    public static Optional<Manifest> read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        byte[] text = SmallFile.read(file, LARGEST);
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.path("files").isArray()) {
                throw new IllegalArgumentException("it has no \"files\" list");
            }
            List<Entry> entries = new ArrayList<>();
            for (JsonNode node : root.get("files")) {
                entries.add(entry(node));
            }
            return Optional.of(new Manifest(
                    root.required("element").asText(),
                    Instant.parse(root.required("exportedAt").asText()),
                    entries));
        } catch (JacksonException e) {
            throw new IOException(file + " is not a valid manifest: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + " is not a valid manifest: " + e.getMessage(), e);
        }
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static Instant time(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.asText()) : null;
    }

    private static Entry entry(JsonNode node) {
        return new Entry(
                node.required("name").asText(),
                node.required("rows").asLong(),
                node.required("bytes").asLong(),
                node.required("sha256").asText(),
                node.path("dataset").asText(null),
                node.hasNonNull("generation") ? node.get("generation").asLong() : null,
                time(node.path("polledAt")),
                time(node.path("fullPolledAt")),
                node.path("state").asText(null));
    }
}
