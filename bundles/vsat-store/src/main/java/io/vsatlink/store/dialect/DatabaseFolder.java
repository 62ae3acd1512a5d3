/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import io.vsatlink.api.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which Derby keeps a database. Known causes of a failed boot are checked beforehand, because each failed boot
 * leaves one of Derby's threads running.
 */
record DatabaseFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFolder.class);

    /** With less space than this, in bytes, Derby cannot even switch to a new log file. */
    private static final long LEAST_BYTES = 4L << 20;

    void requireBootable() {
        try {
            Files.createDirectories(path.getParent(), OwnerOnly.folder());
        } catch (IOException e) {
            throw new StoreException("The database's folder " + path + " cannot be created: " + e.getMessage(), e);
        }
        if (!hasSpace()) {
            throw new StoreException(
                    "The database at " + path + " cannot be opened: the disk is full or cannot be written");
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw notWritable();
        }
        lockedBy().ifPresent(who -> {
            throw new StoreException("The database at " + path + " cannot be opened: " + who);
        });
    }

    StoreException notWritable() {
        return new StoreException("The database at " + path
                + " cannot be written: its folder or lock file does not belong to this process");
    }

    /**
     * Removes the access rights of other users that an earlier version granted: to the database, and to copies and logs beside
     * it.
     */
    void restrict() {
        try (Stream<Path> siblings = Files.list(path.getParent())) {
            String name = path.getFileName().toString();
            for (Path sibling : siblings.toList()) {
                String its = sibling.getFileName().toString();
                if (its.equals(name) || its.startsWith(name + "-") || its.equals("derby.log")) {
                    OwnerOnly.restrict(sibling);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Other users may be able to read files of the database at {}: {}", path, e.toString());
        }
    }

    /** Whether there is enough space; true if unknown, because Derby will find out. */
    boolean hasSpace() {
        try {
            return Files.getFileStore(path.getParent()).getUsableSpace() >= LEAST_BYTES;
        } catch (IOException e) {
            return true;
        }
    }

    /** The reason why the database can't be locked, tested with the file that an open Derby locks; empty if it can. */
    private Optional<String> lockedBy() {
        Path lockFile = path.resolve("dbex.lck");
        if (!Files.exists(lockFile)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null ? Optional.of(DerbyDialect.OPEN_ELSEWHERE) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            return Optional.of("this process already has the database open");
        } catch (IOException e) {
            // Derby itself reports the problem with the folder
            return Optional.empty();
        }
    }

    /** The bytes of all files; -1 if unknown. */
    long size() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException e) {
            // files appear and disappear while they are counted
            return -1;
        }
    }
}
