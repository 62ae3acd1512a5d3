/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The export directory, read as an outside reader would. Thread-safe. */
public final class ExportFolder {
    private static final String MANIFEST = "manifest.json";
    private static final String STAGED = ".vsatlink-" + MANIFEST + ".tmp";

    private final Path path;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    /** The content of a file with this key, size and time; a write changes at least one of them. */
    private record Look(Object key, long size, Object modified, Seal seal) {
        boolean holds(BasicFileAttributes now) {
            return now.size() == size
                    && now.lastModifiedTime().equals(modified)
                    && now.fileKey().equals(key);
        }
    }

    public ExportFolder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    Optional<FileList> manifest() throws IOException {
        return bytes(MANIFEST).flatMap(FileList::parse);
    }

    /** The new manifest before its renaming, if it exists and is complete. */
    Optional<FileList> stagedManifest() throws IOException {
        return bytes(STAGED).flatMap(FileList::parse);
    }

    boolean isAboutToBeNamed() {
        return Files.exists(path.resolve(STAGED));
    }

    /** The files with final names, without the manifest. */
    List<String> names() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals(MANIFEST))
                    .sorted()
                    .toList();
        }
    }

    /** The number of temporary files. */
    long temporary() throws IOException {
        if (!Files.isDirectory(path)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().startsWith("."))
                    .count();
        }
    }

    Optional<Seal> seal(String name) throws IOException {
        try {
            BasicFileAttributes before = attributes(name);
            Look known = looks.get(name);
            if (known != null && known.holds(before)) {
                return Optional.of(known.seal());
            }
            Seal seal = Seal.of(Files.readAllBytes(path.resolve(name)));
            Look look = new Look(before.fileKey(), before.size(), before.lastModifiedTime(), seal);
            if (look.holds(attributes(name))) {
                looks.put(name, look);
            }
            return Optional.of(seal);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private BasicFileAttributes attributes(String name) throws IOException {
        return Files.readAttributes(path.resolve(name), BasicFileAttributes.class);
    }

    private Optional<byte[]> bytes(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
