/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.dialect.PreparedDatabase;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Creates the {@link PreparedDatabase}. Only the build runs it. */
final class DatabasePreparation {
    private DatabasePreparation() {}

    /** @param arguments the folder of the compiled classes, and a working folder */
    public static void main(String[] arguments) throws IOException {
        Path zip = Path.of(arguments[0])
                .resolve(PreparedDatabase.class.getPackageName().replace('.', '/'))
                .resolve(PreparedDatabase.NAME);
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[1])), "made");
        Path database = work.resolve("db");
        JdbcVsatStore.open(EmbeddedDerby.openBare(database), Clock.systemUTC()).close();
        pack(database, zip);
    }

    private static void pack(Path database, Path zip) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(database)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream pack = new ZipOutputStream(out)) {
            for (Path file : files) {
                pack.putNextEntry(new ZipEntry(database.relativize(file).toString()));
                pack.write(content(file));
            }
        }
    }

    /** Removes Derby's comment above the properties, which names the place of creation. */
    private static byte[] content(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (!file.endsWith("service.properties")) {
            return content;
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.ISO_8859_1);
    }
}
