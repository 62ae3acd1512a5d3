/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An empty database with the newest schema, created when this bundle was built. On a host that is just installing us, Derby
 * takes seconds to create one; unpacking takes a fraction of that.
 */
public final class PreparedDatabase {
    /** The name of the resource beside this class. */
    public static final String NAME = "prepared-database.zip";

    private static final Set<OpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private PreparedDatabase() {}

    static void unpack(Path folder) throws IOException {
        try (InputStream prepared = prepared()) {
            List<Path> files = write(prepared, folder);
            // in parallel, so that the disk needs only a few flushes and not one per file
            files.parallelStream().forEach(PreparedDatabase::force);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The file of a database that Derby reads first. */
    static Properties serviceProperties() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy("service.properties", Channels.newChannel(bytes));
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(bytes.toByteArray()));
        return properties;
    }

    /** Copies one of its files. */
    static void copy(String name, WritableByteChannel into) throws IOException {
        try (InputStream prepared = prepared()) {
            ZipInputStream zip = new ZipInputStream(prepared);
            ZipEntry entry = zip.getNextEntry();
            while (!entry.getName().equals(name)) {
                entry = zip.getNextEntry();
            }
            zip.transferTo(Channels.newOutputStream(into));
        }
    }

    private static InputStream prepared() {
        return Objects.requireNonNull(
                PreparedDatabase.class.getResourceAsStream(NAME), NAME + ": it is created by the build");
    }

    private static List<Path> write(InputStream prepared, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        ZipInputStream zip = new ZipInputStream(prepared);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path file = folder.resolve(entry.getName());
            Files.createDirectories(file.getParent(), OwnerOnly.folder());
            try (FileChannel channel = FileChannel.open(file, NEW_FILE, OwnerOnly.file())) {
                zip.transferTo(Channels.newOutputStream(channel));
            }
            files.add(file);
        }
        return files;
    }

    private static void force(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
