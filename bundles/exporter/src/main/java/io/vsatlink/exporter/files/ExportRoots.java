/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import io.vsatlink.parameters.Restriction;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The allowed places for exports. They come from the framework's properties, so that users who may edit
 * settings can't extend them. Immutable.
 */
public final class ExportRoots {
    public static final String PROPERTY = "io.vsatlink.exportRoots";
    private static final Logger LOG = LoggerFactory.getLogger(ExportRoots.class);

    private final boolean anywhere;
    private final List<Path> roots;
    private final ContainerPlaces container;

    private ExportRoots(boolean anywhere, List<Path> roots, ContainerPlaces container) {
        this.anywhere = anywhere;
        this.roots = roots;
        this.container = container;
    }

    /**
     * @param property a comma-separated list of absolute directories; null or blank allows all. An entry that is not an absolute
     *     directory allows nothing
     * @param container the folders that are never allowed
     */
    public static ExportRoots of(String property, ContainerPlaces container) {
        if (property == null || property.isBlank()) {
            return new ExportRoots(true, List.of(), container);
        }
        return new ExportRoots(
                false,
                Arrays.stream(property.split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .flatMap(text -> absolute(text).stream())
                        .toList(),
                container);
    }

    private static Optional<Path> absolute(String text) {
        try {
            Path root = Path.of(text);
            if (root.isAbsolute()) {
                return Optional.of(root.normalize());
            }
        } catch (InvalidPathException e) {
            LOG.debug("not a path", e);
        }
        LOG.warn("{}: \"{}\" is not an absolute directory and is ignored", PROPERTY, text);
        return Optional.empty();
    }

    /** Checks a setting's text only; links are followed when the path is used. */
    public Restriction restriction() {
        return new Restriction(this::objection, anywhere ? "" : ", inside " + places());
    }

    private Optional<String> objection(String text) {
        Path path = Path.of(text);
        Optional<Path> place = container.around(path);
        if (place.isPresent()) {
            return Optional.of(belongsToTheContainer(place.get()));
        }
        return anywhere || roots.stream().anyMatch(path::startsWith) ? Optional.empty() : Optional.of("");
    }

    private static String belongsToTheContainer(Path place) {
        return place + " is one of the container's own folders, which are not allowed for exports";
    }

    /**
     * The real path, with links followed. Missing parts count as if they existed.
     *
     * @throws IOException if that is outside of the roots, or in a folder of the container
     */
    public Path real(Path directory) throws IOException {
        Path real = resolved(directory);
        rootOf(directory, real);
        return real;
    }

    /** Opens a directory for an export and creates missing parts, with the permissions of the readers. */
    public OpenDirectory open(Path directory, Readers readers) throws IOException {
        Path real = resolved(directory);
        Path root = rootOf(directory, real);
        MissingDirectories.create(real, readers);
        if (!anywhere) {
            return OpenDirectory.below(root, real);
        }
        OpenDirectory open = OpenDirectory.at(real);
        if (!open.isInPlace()) {
            open.close();
            throw new FileSystemException(directory.toString(), null, "was replaced while it was being opened");
        }
        return open;
    }

    /** The real path of the existing part, with links followed. */
    static Path resolved(Path directory) throws IOException {
        Path existing = directory;
        while (Files.notExists(existing)) {
            existing = existing.getParent();
        }
        return existing.toRealPath().resolve(existing.relativize(directory)).normalize();
    }

    /** The real root that contains a real path. */
    private Path rootOf(Path directory, Path real) throws IOException {
        Optional<Path> place = container.around(real);
        if (place.isPresent()) {
            throw new FileSystemException(
                    directory.toString(), null, "leads to " + real + "; " + belongsToTheContainer(place.get()));
        }
        if (anywhere) {
            return real.getRoot();
        }
        List<Path> existing = new ArrayList<>();
        for (Path root : roots) {
            if (Files.exists(root)) {
                existing.add(root.toRealPath());
            }
        }
        return existing.stream()
                .filter(real::startsWith)
                .findFirst()
                .orElseThrow(() -> new FileSystemException(
                        directory.toString(), null, "leads to " + real + ", which is not inside " + places()));
    }

    private String places() {
        return roots.isEmpty()
                ? "any directory listed in " + PROPERTY
                : roots.stream().map(Path::toString).collect(Collectors.joining(" or "));
    }
}
