/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.utils.properties.TypedProperties.SubstitutionCallback;

/**
 * The file of a configuration. It is replaced atomically by means of a second file beside it, and keeps owner, group
 * and permissions. If the folder or the owner does not permit that, the file is written in place. A new file is
 * readable by its owner only.
 */
public final class ConfigurationFile {
    private static final long SETTLES_WITHIN_MILLIS = 20;
    private static final int LOOKS = 50;

    /** The clock of a file system may have a resolution of milliseconds, and that of an old one of two seconds. */
    private static final Duration OLDER = Duration.ofSeconds(3);

    private final Path path;
    private final Charset encoding;
    private final SubstitutionCallback variables;

    public ConfigurationFile(Path path, Charset encoding, SubstitutionCallback variables) {
        this.path = path;
        this.encoding = encoding;
        this.variables = variables;
    }

    public Path path() {
        return path;
    }

    /**
     * The exact form in which FileInstall and Karaf name the file in configurations; a {@code Path} yields a different
     * number of slashes.
     */
    public String uri() {
        return path.toFile().toURI().toString();
    }

    public boolean exists() {
        return Files.isRegularFile(path);
    }

    /** @throws IOException if the file can't be read, with a sentence for people */
    public FileContent read() throws IOException {
        try {
            return new FileContent(exists() ? Files.readAllBytes(path) : new byte[0], encoding, variables);
        } catch (AccessDeniedException e) {
            throw new IOException(path + " can't be read: this process has no permission", e);
        } catch (IOException e) {
            throw new IOException(path + " can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the settings as they are read after FileInstall has written them itself: it does not escape them as we do.
     *
     * @param settings the settings of the configuration
     */
    public Map<String, Object> reread(Map<String, Object> settings) {
        try {
            return FileContent.unescaped(settings, encoding, variables).delivered();
        } catch (IOException e) {
            // nobody has read them then
            return settings;
        }
    }

    /**
     * Checks that FileInstall and Karaf can read the file.
     *
     * @throws IOException with a sentence that names the file and the part that can't be parsed
     */
    public FileContent understood(FileContent content) throws IOException {
        Optional<String> contradiction;
        try {
            Map<String, Object> unused = content.delivered();
            contradiction = content.contradiction();
        } catch (IOException e) {
            throw new IOException(path + " can't be parsed: " + e.getMessage(), e);
        }
        if (contradiction.isPresent()) {
            throw new IOException(path + " can't be parsed: " + contradiction.get());
        }
        return content;
    }

    /** Reads the file repeatedly until nobody is writing it, because other programs write in place. */
    public FileContent settled() throws IOException {
        FileContent last = read();
        for (int look = 0; look < LOOKS; look++) {
            try {
                Thread.sleep(SETTLES_WITHIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return last;
            }
            FileContent next = read();
            if (next.sameAs(last)) {
                return next;
            }
            last = next;
        }
        return last;
    }

    /**
     * Sets an older time stamp, so that a later write by another program is detected.
     *
     * @return the stamp of the file until another program writes it
     */
    public Stamp age() throws IOException {
        return age(path);
    }

    private static Stamp age(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(OLDER)));
        } catch (FileSystemException e) {
            // the file belongs to another user: a write at the same moment may go undetected, and be waited for
            return Stamp.of(file);
        }
        return Stamp.of(file);
    }

    /**
     * Replaces the content.
     *
     * @return the stamp of the file until another program writes it
     * @throws IOException with a sentence for people; then the file is unchanged
     */
    public Stamp write(FileContent content) throws IOException {
        boolean there = exists();
        Path target = there ? path.toRealPath() : path;
        if (there && !Files.isWritable(target)) {
            throw new IOException(path + " can't be written");
        }
        try {
            Path beside = beside(target, there);
            return beside == null ? put(target, content) : replace(target, beside, content);
        } catch (FileSystemException e) {
            throw new IOException(path + " can't be written: " + (e.getReason() == null ? e : e.getReason()), e);
        } catch (IOException e) {
            throw new IOException(path + " can't be written: " + e.getMessage(), e);
        }
    }

    private static Stamp replace(Path target, Path beside, FileContent content) throws IOException {
        try {
            Stamp written = put(beside, content);
            try {
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return written;
            } catch (FileSystemException e) {
                // a file that is a mount point of its own, as in containers, can't be renamed
                return put(target, content);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Creates an empty file with the same owner; returns null if that is not possible. */
    private static Path beside(Path target, boolean there) throws IOException {
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(beside, ofTheOwner(beside));
            if (there) {
                own(beside, target);
            }
            return beside;
        } catch (FileSystemException e) {
            Files.deleteIfExists(beside);
            if (there) {
                return null;
            }
            throw e;
        }
    }

    /** A new file may contain a password later, and the host's umask may let everybody read it. */
    private static FileAttribute<?>[] ofTheOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[] {};
    }

    private static void own(Path beside, Path target) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(target, PosixFileAttributes.class);
        PosixFileAttributes given = view.readAttributes();
        if (!wanted.owner().equals(given.owner())) {
            view.setOwner(wanted.owner());
        }
        if (!wanted.group().equals(given.group())) {
            view.setGroup(wanted.group());
        }
        view.setPermissions(wanted.permissions());
    }

    /** Writes without truncating the file first: on a full disk the old content would be lost. */
    private static Stamp put(Path file, FileContent content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.bytes());
            while (bytes.hasRemaining()) {
                int unused = channel.write(bytes);
            }
            channel.truncate(channel.position());
            channel.force(true);
        }
        return age(file);
    }
}
