/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.store.StoreException;
import java.nio.file.Path;

/** Copies the database while it is used: for the shell of this bundle. Thread-safe. */
public interface DatabaseBackup {

    /**
     * @param directory an absolute path of a folder that exists, not inside the database's
     * @return the new folder in it that has the copy
     * @throws StoreException where the directory is not fit, or the database can't be copied
     */
    Path backUp(Path directory);
}
