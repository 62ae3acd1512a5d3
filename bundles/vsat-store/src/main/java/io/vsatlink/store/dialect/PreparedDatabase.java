package io.vsatlink.store.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An empty database of the newest schema, made when this bundle was built. Derby takes seconds to make one on a host that
 * is just installing us; to unpack one takes a fraction of that.
 */
public final class PreparedDatabase {
    /** Its place in the bundle, beside this class. */
    public static final String NAME = "prepared-database.zip";

    private PreparedDatabase() {}

    static void unpack(Path folder) throws IOException {
        try (InputStream prepared = PreparedDatabase.class.getResourceAsStream(NAME)) {
            List<Path> files = write(Objects.requireNonNull(prepared, NAME + ": the build makes it"), folder);
            // together: the disk then needs a few turns instead of one for each file
            files.parallelStream().forEach(PreparedDatabase::force);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Path> write(InputStream prepared, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        ZipInputStream zip = new ZipInputStream(prepared);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path file = folder.resolve(entry.getName());
            Files.createDirectories(file.getParent());
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
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
