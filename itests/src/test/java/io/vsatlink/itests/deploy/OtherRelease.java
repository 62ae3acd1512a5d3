/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * An earlier or later release than the one that was built.
 *
 * @param version of its artifacts
 */
record OtherRelease(Path archive, String version) {
    private static final String REPOSITORY = "repository/io/vsatlink/features/";

    /** A later release, with one more step of the store's schema. */
    static OtherRelease newer(Path folder) throws IOException {
        OtherRelease newer = new OtherRelease(folder.resolve("newer.kar"), "99.1.0");
        new RewrittenArchive(Guest.VERSION, newer.version, Map.of(), true).write(Guest.ARCHIVE, newer.archive);
        return newer;
    }

    /**
     * An earlier release, in which a bundle had another name. The system property {@code vsatlink.older.kar} can name
     * the archive of a real release instead.
     */
    static OtherRelease older(Path folder) throws IOException {
        Path real = Path.of(System.getProperty("vsatlink.older.kar", ""));
        if (!real.toString().isEmpty()) {
            return new OtherRelease(real, versionOf(real));
        }
        OtherRelease older = new OtherRelease(folder.resolve("older.kar"), "0.0.9");
        new RewrittenArchive(Guest.VERSION, older.version, Map.of("remote-api", "vendor-http"), false)
                .write(Guest.ARCHIVE, older.archive);
        return older;
    }

    private static String versionOf(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(REPOSITORY) && name.endsWith("-features.xml"))
                    .map(name -> name.substring(REPOSITORY.length(), name.indexOf('/', REPOSITORY.length())))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
