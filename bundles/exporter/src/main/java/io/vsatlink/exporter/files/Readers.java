package io.vsatlink.exporter.files;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/** Who may read exported files, on platforms that know owner and group. Nobody but the owner ever writes them. */
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

    /** @param word as the setting has it, {@code group} */
    public static Readers named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    Set<PosixFilePermission> ofFiles() {
        return ofFiles;
    }

    Set<PosixFilePermission> ofDirectories() {
        return ofDirectories;
    }

    /** What a file or directory is created with, so that it is never open to more than it shall be. */
    static FileAttribute<?> attribute(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }
}
