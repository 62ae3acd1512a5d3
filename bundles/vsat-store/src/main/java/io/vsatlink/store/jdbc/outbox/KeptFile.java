/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import io.vsatlink.store.dialect.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A file beside the database that only its owner can access. Anything else at its path is neither read nor written. */
record KeptFile(Path path) {

    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The whole content; empty if the file does not exist. */
    byte[] read() throws IOException {
        if (!exists()) {
            return new byte[0];
        }
        requireFile();
        return Files.readAllBytes(path);
    }

    /**
     * Appends everything or nothing: if the disk becomes full in between, the written part must not be joined with the next
     * line.
     */
    void append(byte[] bytes, boolean force) throws IOException {
        if (exists()) {
            requireFile();
        }
        try (FileChannel channel =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file())) {
            long before = channel.size();
            try {
                write(channel.position(before), bytes, force);
            } catch (IOException e) {
                channel.truncate(before);
                throw e;
            }
        }
    }

    void delete() throws IOException {
        if (exists()) {
            requireFile();
            Files.delete(path);
        }
    }

    /** Replaces the content atomically. */
    void replace(byte[] bytes) throws IOException {
        if (exists()) {
            requireFile();
        }
        Path next = path.resolveSibling(path.getFileName() + ".part");
        Files.deleteIfExists(next);
        try (FileChannel channel = FileChannel.open(
                next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file())) {
            write(channel, bytes, true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(FileChannel channel, byte[] bytes, boolean force) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        if (force) {
            channel.force(false);
        }
    }

    /** Opening a pipe would block until its other end is opened. */
    private void requireFile() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new FileSystemException(path.toString(), null, "not a regular file");
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
