/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The missing directories of an export's path. Existing ones are not changed. */
final class MissingDirectories {

    private MissingDirectories() {}

    static void create(Path real, Readers readers) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path each = real; Files.notExists(each); each = each.getParent()) {
            missing.push(each);
        }
        for (Path each : missing) {
            create(each.getParent(), each.getFileName().toString(), readers);
        }
        if (!Files.isDirectory(real)) {
            throw new FileAlreadyExistsException(real.toString());
        }
    }

    private static void create(Path parent, String name, Readers readers) throws IOException {
        if (!parent.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(parent.resolve(name));
            return;
        }
        Files.createDirectory(parent.resolve(name), Readers.attribute(readers.ofDirectories()));
        try (OpenDirectory open = OpenDirectory.at(parent)) {
            // the umask may have taken some
            open.permit(name, readers.ofDirectories());
        }
    }
}
