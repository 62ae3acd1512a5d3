/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that is held open: files are written there even if something else takes its place in the tree. If the
 * platform has no handles for directories (Windows), it is found by its real path each time.
 */
public final class OpenDirectory implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenDirectory.class);
    private static final Set<OpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    /** A file being written is readable by its owner only. */
    private static final FileAttribute<?> OF_THE_OWNER = Readers.attribute(Readers.OWNER.ofFiles());

    private final Path path;
    private final DirectoryStream<Path> stream;
    /** The same stream, null if the platform has no handles. */
    private final SecureDirectoryStream<Path> handle;

    private OpenDirectory(Path path, DirectoryStream<Path> stream) {
        this.path = path;
        this.stream = stream;
        this.handle = stream instanceof SecureDirectoryStream<Path> secure ? secure : null;
    }

    /** @param real a real path */
    @SuppressWarnings("StreamResourceLeak") // it is closed with this
    static OpenDirectory at(Path real) throws IOException {
        return new OpenDirectory(real, Files.newDirectoryStream(real));
    }

    /** For platforms without handles. */
    static OpenDirectory withoutHandle(Path real) {
        return new OpenDirectory(real, null);
    }

    /**
     * Descends from a directory without following links, so that the end is certainly below it.
     *
     * @param real a real path that begins with {@code top}'s
     */
    static OpenDirectory below(Path top, Path real) throws IOException {
        OpenDirectory current = at(top);
        for (Path name : top.relativize(real)) {
            if (!name.toString().isEmpty()) {
                try (OpenDirectory parent = current) {
                    current = parent.child(name);
                }
            }
        }
        return current;
    }

    private OpenDirectory child(Path name) throws IOException {
        Path child = path.resolve(name);
        return handle == null
                ? at(child)
                : new OpenDirectory(child, handle.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
    }

    /** Its path when it was opened. */
    public Path path() {
        return path;
    }

    /** Whether it is still at its real path. Always true if the platform has no handles. */
    boolean isInPlace() throws IOException {
        return handle == null
                || (path.toRealPath().equals(path)
                        && Files.readAttributes(path, BasicFileAttributes.class)
                                .fileKey()
                                .equals(handle.getFileAttributeView(BasicFileAttributeView.class)
                                        .readAttributes()
                                        .fileKey()));
    }

    /** Creates a file that only its owner may read; without following links; refuses an existing name. */
    FileChannel create(String name) throws IOException {
        return handle == null
                ? FileChannel.open(path.resolve(name), NEW_FILE)
                : (FileChannel) handle.newByteChannel(Path.of(name), NEW_FILE, OF_THE_OWNER);
    }

    /**
     * Sets the permissions of its content, regardless of the umask of the process.
     *
     * @return whether this succeeded; false if the platform or the file system has no permissions
     */
    boolean permit(String name, Set<PosixFilePermission> permissions) throws IOException {
        if (handle == null) {
            return false;
        }
        PosixFileAttributeView view =
                handle.getFileAttributeView(Path.of(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (!view.readAttributes().permissions().equals(permissions)) {
            try {
                view.setPermissions(permissions);
            } catch (FileSystemException e) {
                LOG.debug("{} has no permissions", path, e);
            }
        }
        return view.readAttributes().permissions().equals(permissions);
    }

    /** Renames atomically. An existing file is replaced; a link is itself replaced, not its target. */
    void rename(String from, String to) throws IOException {
        if (handle == null) {
            Files.move(path.resolve(from), path.resolve(to), StandardCopyOption.ATOMIC_MOVE);
        } else {
            handle.move(Path.of(from), handle, Path.of(to));
        }
    }

    void delete(String name) throws IOException {
        if (handle == null) {
            Files.delete(path.resolve(name));
        } else {
            handle.deleteFile(Path.of(name));
        }
    }

    /** The names of its files, without directories. */
    List<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                handle == null ? Files.newDirectoryStream(path) : handle.newDirectoryStream(Path.of("."))) {
            for (Path entry : entries) {
                if (!Files.isDirectory(path.resolve(entry.getFileName()), LinkOption.NOFOLLOW_LINKS)) {
                    names.add(entry.getFileName().toString());
                }
            }
        }
        return names;
    }

    /** Forces the names to the disk. */
    void force() throws IOException {
        if (handle != null) {
            try (FileChannel names =
                    (FileChannel) handle.newByteChannel(Path.of("."), Set.of(StandardOpenOption.READ))) {
                names.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}
