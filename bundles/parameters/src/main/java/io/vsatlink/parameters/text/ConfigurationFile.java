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
 * The file of a configuration. It is replaced at once, by a file beside it, and keeps owner, group and permissions; where
 * the folder or the owner do not allow that, it is written in place. One that is new is its owner's only.
 */
public final class ConfigurationFile {
    private static final long SETTLES_WITHIN_MILLIS = 20;
    private static final int LOOKS = 50;

    /** A clock of a file system may stand for milliseconds, and that of an old one for two seconds. */
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

    /** As FileInstall and Karaf name it in configurations, letter by letter: a Path has more slashes. */
    public String uri() {
        return path.toFile().toURI().toString();
    }

    public boolean exists() {
        return Files.isRegularFile(path);
    }

    /** @throws IOException with a sentence for people */
    public FileContent read() throws IOException {
        try {
            return new FileContent(exists() ? Files.readAllBytes(path) : new byte[0], encoding, variables);
        } catch (AccessDeniedException e) {
            throw new IOException(path + " can't be read: this process may not", e);
        } catch (IOException e) {
            throw new IOException(path + " can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Checks that everybody can read it who has to.
     *
     * @throws IOException with a sentence that names the file and says what can't be understood
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

    /** Reads it until nobody is writing: others do so in place. */
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
     * Has it look older than what others write next, which tells whether they have.
     *
     * @return what it is until somebody else writes it
     */
    public Stamp age() throws IOException {
        return age(path);
    }

    private static Stamp age(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(OLDER)));
        } catch (FileSystemException e) {
            // somebody else's file: a write of the same moment may go unseen, and be waited for
            return Stamp.of(file);
        }
        return Stamp.of(file);
    }

    /**
     * Replaces what it contains.
     *
     * @return what it is until somebody else writes it
     * @throws IOException with a sentence for people; the file is as before then
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
                // a file that is mounted by itself, as containers do, can't be renamed
                return put(target, content);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** An empty file with the same owner, or null where there can't be one. */
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

    /** A file that is new may get a password, and the host's umask lets everybody read it. */
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

    /** Without making it empty first: on a full disk what is there would be gone. */
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
