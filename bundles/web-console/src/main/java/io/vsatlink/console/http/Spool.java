/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.http;

import io.vsatlink.console.call.Download;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Stores a complete download while the client reads it, so that its length is known and a slow client does not hold a
 * database transaction. Only the user of this process can read the files, which have no name for long.
 */
final class Spool {
    private static final int BUFFER = 1 << 16;

    private final Path directory;

    Spool(Path directory) {
        this.directory = directory;
    }

    /**
     * A complete file.
     *
     * @param in the content; closing it removes the file
     */
    record Spooled(InputStream in, long length) {}

    /** @throws IOException if the file could not be written, with a sentence */
    Spooled spool(Download.Content content) throws IOException {
        FileChannel file = null;
        try {
            Files.createDirectories(directory);
            file = open();
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
            content.write(out);
            out.flush();
            file.position(0);
            Spooled whole = new Spooled(Channels.newInputStream(file), file.size());
            file = null;
            return whole;
        } catch (IOException e) {
            throw new IOException("The file could not be prepared on the server: " + e.getMessage(), e);
        } finally {
            if (file != null) {
                file.close();
            }
        }
    }

    private FileChannel open() throws IOException {
        Path path = directory.resolve(UUID.randomUUID() + ".tmp");
        FileAttribute<?>[] ofTheOwner =
                directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                ofTheOwner);
    }
}
