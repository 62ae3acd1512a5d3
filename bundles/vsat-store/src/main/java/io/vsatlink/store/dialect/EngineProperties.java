/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings that Derby reads only from system properties. Values set by others are kept; ours are removed with the engine.
 */
final class EngineProperties implements AutoCloseable {
    private final List<String> ours = new ArrayList<>();

    /** To be created before the engine boots. */
    EngineProperties(Path database) {
        // read once, when the engine boots; without it, derby.log lands in the host's working directory
        set("derby.stream.error.file", database.resolveSibling("derby.log").toString());
        // read for each new file; without it, the umask decides who can read customers' data
        set("derby.storage.useDefaultFilePermissions", "false");
    }

    private void set(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
            ours.add(name);
        }
    }

    @Override
    public void close() {
        ours.forEach(System::clearProperty);
    }
}
