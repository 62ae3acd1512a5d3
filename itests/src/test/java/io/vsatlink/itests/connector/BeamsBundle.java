/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.connector;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import io.vsatlink.itests.beams.BeamsConnector;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Packs the connector as the product's build does: with bnd, from its annotations. */
final class BeamsBundle {
    static final String NAME = "io.vsatlink.beams-connector";

    private BeamsBundle() {}

    static Path write(Path jar) throws Exception {
        try (Builder bnd = new Builder()) {
            bnd.setClasspath(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .map(File::new)
                    .filter(File::exists)
                    .toArray(File[]::new));
            bnd.setProperty(Constants.BUNDLE_SYMBOLICNAME, NAME);
            bnd.setProperty(Constants.PRIVATE_PACKAGE, BeamsConnector.class.getPackageName());
            try (Jar built = bnd.build()) {
                if (!bnd.isOk()) {
                    throw new IllegalStateException(bnd.getErrors() + " " + bnd.getWarnings());
                }
                built.write(jar.toFile());
            }
        }
        return jar;
    }
}
