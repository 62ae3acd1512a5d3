/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What Derby reads from the system's properties only. Those that somebody else has set stay as they are, and ours go with
 * the engine.
 */
final class EngineProperties implements AutoCloseable {
    private final List<String> ours = new ArrayList<>();

    /** To be made before the engine boots. */
    EngineProperties(Path database) {
        // read once, when the engine boots; else derby.log lands in the host's working directory
        set("derby.stream.error.file", database.resolveSibling("derby.log").toString());
        // read for each file that is made; else the umask decides who reads customers' data
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
