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
 * Files that only their owner reads and writes, whatever the umask: customers' data lies in them. Elsewhere than on POSIX the
 * folder's own rights are all there is.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /** For a file that is created. */
    public static FileAttribute<?>[] file() {
        return attributes(FILE);
    }

    /** For a folder that is created. */
    static FileAttribute<?>[] folder() {
        return attributes(FOLDER);
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[] {};
    }

    /** Takes others' rights away from what an earlier version made, a folder with all that is in it. Follows no link. */
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
