/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads an untrusted file: a pipe or a device would never end. */
final class SmallFile {

    private SmallFile() {}

    /**
     * The content of a file.
     *
     * @throws IOException if it can't be read, is not a regular file, or is too large
     */
    static byte[] read(Path file, int largest) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "is not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(largest + 1);
            if (content.length > largest) {
                throw new FileSystemException(file.toString(), null, "is larger than " + largest + " bytes");
            }
            return content;
        }
    }
}
