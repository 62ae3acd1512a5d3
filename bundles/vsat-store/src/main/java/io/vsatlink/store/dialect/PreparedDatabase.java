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
 * An empty database of the newest schema, made when this bundle was built. Derby takes seconds to make one on a host that
 * is just installing us; to unpack one takes a fraction of that.
 */
public final class PreparedDatabase {
    /** Its place in the bundle, beside this class. */
    public static final String NAME = "prepared-database.zip";

    private static final Set<OpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private PreparedDatabase() {}

    static void unpack(Path folder) throws IOException {
        try (InputStream prepared = prepared()) {
            List<Path> files = write(prepared, folder);
            // together: the disk then needs a few turns instead of one for each file
            files.parallelStream().forEach(PreparedDatabase::force);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What Derby reads of a database first. */
    static Properties serviceProperties() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy("service.properties", Channels.newChannel(bytes));
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(bytes.toByteArray()));
        return properties;
    }

    /** One of its files. */
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
