/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.store.StoreException;
import java.nio.file.Path;

/** Copies the database while it is in use. Used by the shell commands of this bundle. Thread-safe. */
public interface DatabaseBackup {

    /**
     * Copies the database into a new folder.
     *
     * @param directory the absolute path of an existing folder that is not inside the database's
     * @return the new folder in it, which contains the copy
     * @throws StoreException if the directory is unsuitable or the database can't be copied
     */
    Path backUp(Path directory);
}
