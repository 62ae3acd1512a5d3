/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.recording.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A new file for recorded calls, which hold data of customers: for its owner only, whole or not at all, and never among the files of
 * the container, apart from its folder for exports.
 *
 * @param property the properties of the framework by name; null for an unknown one
 */
record NewHarFile(UnaryOperator<String> property) {
    private static final String ENDING = ".har";

    /** Writes what goes into the file. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** @throws IllegalArgumentException with a sentence, if the file may not be there */
    Path write(String name, Content content) throws IOException {
        Path file = Path.of(name);
        if (!file.isAbsolute() || !name.endsWith(ENDING)) {
            throw new IllegalArgumentException(name + " must be an absolute path that ends in .har");
        }
        Path folder = folder(file);
        Path target = folder.resolve(file.getFileName());
        refuseContainer(folder, name);
        Path part = Files.createTempFile(folder, ".calls", ".part", ownersOnly(folder));
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.write(out);
            }
            // a link fails where the file exists; a move would replace it
            Files.createLink(target, part);
            return target;
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(target + " exists and is not overwritten; choose another name", e);
        } catch (UnsupportedOperationException e) {
            // a file system without hard links: here somebody else may create the file between the look and the move
            return moved(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path moved(Path part, Path target) throws IOException {
        if (Files.exists(target)) {
            throw new IllegalArgumentException(target + " exists and is not overwritten; choose another name");
        }
        return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where it really is, whatever links lead there. */
    private static Path folder(Path file) throws IOException {
        Path parent = file.getParent();
        try {
            return parent.toRealPath();
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("the folder " + parent + " does not exist", e);
        }
    }

    private void refuseContainer(Path folder, String name) {
        boolean exports = places("karaf.data").anyMatch(data -> folder.startsWith(data.resolve("export")));
        boolean inside = Stream.of("karaf.home", "karaf.base", "karaf.data", "karaf.etc")
                .flatMap(this::places)
                .anyMatch(folder::startsWith);
        if (inside && !exports) {
            throw new IllegalArgumentException(
                    name + " is in a folder of the container; choose one outside, or in its data/export");
        }
    }

    private Stream<Path> places(String name) {
        String value = property.apply(name);
        return value == null || value.isBlank() ? Stream.empty() : Stream.of(real(Path.of(value)));
    }

    private static Path real(Path place) {
        try {
            return place.toRealPath();
        } catch (IOException e) {
            // does not exist, so nothing is in it
            return place.toAbsolutePath().normalize();
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? List.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                        .toArray(new FileAttribute<?>[0])
                : new FileAttribute<?>[0];
    }
}
