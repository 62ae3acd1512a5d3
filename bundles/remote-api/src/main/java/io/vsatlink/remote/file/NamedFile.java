/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads files that a setting names: only regular files, limited in size and time, because a pipe, a device or an
 * unreachable file server would block the reader forever. Thread-safe.
 */
public final class NamedFile {
    private static final int PATIENCE_SECONDS = 5;

    private final int mostBytes;
    /** A read that has not returned; no second thread is started for it. */
    private FutureTask<byte[]> stuck;

    public NamedFile(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** @throws IOException if the file cannot be read; the message gives the reason */
    public synchronized byte[] read(Path file) throws IOException {
        if (stuck != null && !stuck.isDone()) {
            throw new IOException("the read of a previous file is still pending");
        }
        FutureTask<byte[]> reading = new FutureTask<>(() -> whole(file));
        Thread reader = new Thread(reading, "vsatlink-file-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            return reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            stuck = reading;
            throw new IOException("it could not be read within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the read was interrupted", e);
        }
    }

    private byte[] whole(Path file) throws IOException {
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new IOException("it is not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new IOException("it is larger than " + mostBytes + " bytes");
            }
            return bytes;
        }
    }
}
