/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.file;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The folder for the profiles of operators: that of the configurations. */
public final class ProfileFolder {
    private static final String KARAF = "karaf.etc";
    private static final String FILE_INSTALL = "felix.fileinstall.dir";

    private ProfileFolder() {}

    /**
     * @param property returns a property of the framework, or null if it is not set
     * @return null if the host keeps no configurations in files
     */
    public static Path of(UnaryOperator<String> property) {
        String karaf = property.apply(KARAF);
        if (karaf != null) {
            return Path.of(karaf);
        }
        String watched = property.apply(FILE_INSTALL);
        // FileInstall accepts a list
        return watched == null ? null : Path.of(watched.replaceAll(",.*", "").strip());
    }
}
