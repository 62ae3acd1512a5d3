/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/** The readers of exported files, on platforms with owner and group. Only the owner ever writes them. */
public enum Readers {
    OWNER("rw-------", "rwx------"),
    GROUP("rw-r-----", "rwxr-x---"),
    EVERYONE("rw-r--r--", "rwxr-xr-x");

    private final Set<PosixFilePermission> ofFiles;
    private final Set<PosixFilePermission> ofDirectories;

    Readers(String ofFiles, String ofDirectories) {
        this.ofFiles = PosixFilePermissions.fromString(ofFiles);
        this.ofDirectories = PosixFilePermissions.fromString(ofDirectories);
    }

    /** @param word as in the setting, for instance {@code group} */
    public static Readers named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    Set<PosixFilePermission> ofFiles() {
        return ofFiles;
    }

    Set<PosixFilePermission> ofDirectories() {
        return ofDirectories;
    }

    /** The permissions at creation, so that a file or directory is never open to more users than intended. */
    static FileAttribute<?> attribute(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }
}
