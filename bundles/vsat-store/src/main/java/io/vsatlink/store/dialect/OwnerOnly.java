/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that only their owner can read and write, whatever the umask, because they contain customers' data. On systems without
 * POSIX permissions, the rights of the folder apply.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /** The attributes for a new file. */
    public static FileAttribute<?>[] file() {
        return attributes(FILE);
    }

    /** The attributes for a new folder. */
    static FileAttribute<?>[] folder() {
        return attributes(FOLDER);
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[] {};
    }

    /**
     * Removes the rights of other users from what an earlier version created, for a folder including its content. Does not
     * follow links.
     */
    public static void restrict(Path path) throws IOException {
        if (!POSIX || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(path)) {
            all = files.filter(each -> !Files.isSymbolicLink(each)).toList();
        }
        for (Path each : all) {
            Set<PosixFilePermission> rights = Files.isDirectory(each) ? FOLDER : FILE;
            if (!Files.getPosixFilePermissions(each).equals(rights)) {
                Files.setPosixFilePermissions(each, rights);
            }
        }
    }
}
