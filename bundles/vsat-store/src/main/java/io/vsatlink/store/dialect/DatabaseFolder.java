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
import java.util.stream.Stream;

/**
 * The folder in which Derby keeps a database. What can be known to make a boot fail is found out before, because each
 * boot that fails leaves a thread of Derby's behind.
 */
record DatabaseFolder(Path path) {
    /** Less than this, and Derby cannot even switch to a new log file. */
    private static final long LEAST_BYTES = 4L << 20;

    void requireBootable() {
        try {
            Files.createDirectories(path.getParent());
        } catch (IOException e) {
            throw new StoreException("The database's folder " + path + " cannot be made: " + e.getMessage(), e);
        }
        if (!hasSpace()) {
            throw new StoreException(
                    "The database at " + path + " cannot be opened: the disk is full or cannot be written");
        }
        if (lockedElsewhere()) {
            throw new StoreException("The database at " + path
                    + " cannot be opened: another process has the database open; only one container can use it");
        }
    }

    /** Where it can't be told, Derby will find out. */
    boolean hasSpace() {
        try {
            return Files.getFileStore(path.getParent()).getUsableSpace() >= LEAST_BYTES;
        } catch (IOException e) {
            return true;
        }
    }

    /** The file that an open Derby holds a lock on. */
    private boolean lockedElsewhere() {
        Path lockFile = path.resolve("dbex.lck");
        if (!Files.exists(lockFile)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            // Derby itself will say what is wrong with the folder
            return false;
        }
    }

    /** Bytes of all files, -1 where that can't be told. */
    long size() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException e) {
            // files come and go while we count
            return -1;
        }
    }
}
