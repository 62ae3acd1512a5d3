/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.postgresql.Driver;

/** The bundles of a container on PostgreSQL. */
final class FleetBundles {
    private FleetBundles() {}

    /** Those of all tests, and what the feature for PostgreSQL brings. */
    static String path() throws IOException {
        String driver =
                Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (Stream<Path> built = Files.list(Path.of("../bundles/postgresql-pool/target"))) {
            Path pool = built.filter(
                            file -> file.getFileName().toString().matches("postgresql-pool-[\\d.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
            return String.join(
                    File.pathSeparator,
                    System.getProperty("felix.bundles"),
                    driver,
                    pool.toAbsolutePath().toString());
        }
    }
}
