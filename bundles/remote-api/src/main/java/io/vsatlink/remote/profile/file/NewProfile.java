/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A profile that is written for the first time. */
final class NewProfile {

    private NewProfile() {}

    /** Never over another file, and never half of one. */
    static Path write(Path folder, String name, String text) throws IOException {
        if (!ProfileInForce.NAME.matcher(name).matches() || !name.endsWith(".json") || name.endsWith(".cfg.json")) {
            throw new IOException(name + " must be the name of a file in " + folder
                    + " that ends in .json, but not in .cfg.json, which is a configuration of the host");
        }
        Path file = folder.resolve(name);
        try {
            Files.createFile(file, ownersOnly(folder));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(file + " exists and is not overwritten; choose another name", e);
        }
        try {
            return Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Its comments quote values of the vendor's, which may be customers' data. */
    private static FileAttribute<?>[] ownersOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
