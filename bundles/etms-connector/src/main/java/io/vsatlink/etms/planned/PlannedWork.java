/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.planned;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The windows in the files that a setting names. They are read again whenever a file changes; if one can't be read, all windows stay as
 * they were. Thread-safe.
 */
public final class PlannedWork {
    private static final Logger LOG = LoggerFactory.getLogger(PlannedWork.class);
    private static final long MOST_BYTES = 1_000_000;

    private record Version(FileTime changed, long size) {}

    private String place = "";
    /** Null if it is unknown what was read. */
    private Map<Path, Version> known;

    private List<Window> windows = List.of();
    private String problem = "";

    /** @param next a CSV file or a folder of them; empty for none */
    public synchronized void use(String next) {
        if (!next.equals(place)) {
            place = next;
            known = null;
            windows = List.of();
            problem = "";
            refresh();
        }
    }

    /** Returns why the files are not in force, as a sentence; empty if they are. */
    public synchronized String problem() {
        refresh();
        return problem;
    }

    /** Whether there is any window, be it in the past. */
    public synchronized boolean any() {
        refresh();
        return !windows.isEmpty();
    }

    /**
     * The window that ends last of those that hold a circuit at this moment and, without a gap, after it.
     *
     * @param columns of the circuit, by name
     */
    public synchronized Optional<Window> at(Instant moment, Map<String, String> columns) {
        Optional<Window> last = Optional.empty();
        for (Optional<Window> next = longest(moment, columns);
                next.isPresent();
                next = longest(next.get().end(), columns)) {
            last = next;
        }
        return last;
    }

    private Optional<Window> longest(Instant moment, Map<String, String> columns) {
        return windows.stream().filter(window -> window.holds(moment, columns)).max(Comparator.comparing(Window::end));
    }

    private void refresh() {
        try {
            Map<Path, Version> now = files();
            if (!now.equals(known)) {
                // before reading: what can't be read is not read again until it changes
                known = now;
                windows = read(now);
                problem = "";
            }
        } catch (IOException | IllegalArgumentException e) {
            String why = "plannedWork: " + (e instanceof IOException ? place + " cannot be read" : e.getMessage())
                    + "; the windows read before stay in force";
            if (!why.equals(problem)) {
                LOG.warn("{}", why);
                LOG.debug("The windows can't be read", e);
            }
            problem = why;
        }
    }

    private Map<Path, Version> files() throws IOException {
        try {
            return place.isEmpty() ? Map.of() : files(Path.of(place));
        } catch (IOException | IllegalArgumentException e) {
            known = null;
            throw e;
        }
    }

    private static Map<Path, Version> files(Path place) throws IOException {
        Map<Path, Version> files = new TreeMap<>();
        if (!Files.isDirectory(place)) {
            add(place, files);
            return files;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(place, "*.csv")) {
            for (Path file : found) {
                add(file, files);
            }
        }
        return files;
    }

    private static void add(Path file, Map<Path, Version> files) throws IOException {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        if (!is.isRegularFile() || is.size() > MOST_BYTES) {
            throw new IllegalArgumentException(file + " is not a regular file of at most 1 MB");
        }
        files.put(file, new Version(is.lastModifiedTime(), is.size()));
    }

    private static List<Window> read(Map<Path, Version> files) throws IOException {
        List<Window> read = new ArrayList<>();
        for (Path file : files.keySet()) {
            read.addAll(WindowFile.windows(
                    file.getFileName().toString(), Files.readAllLines(file, StandardCharsets.UTF_8)));
        }
        return List.copyOf(read);
    }
}
