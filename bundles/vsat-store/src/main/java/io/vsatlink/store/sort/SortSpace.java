/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.sort;

import java.nio.file.Path;

/**
 * The resources for sorting.
 *
 * @param folder for the temporary files
 * @param bytes of memory for the rows of one sort, and the same again while its runs are merged
 */
public record SortSpace(Path folder, int bytes) {
    private static final int BYTES = 4 << 20;

    /** The folder for temporary files of this process, and a few megabytes. */
    public static SortSpace ofThisProcess() {
        return new SortSpace(Path.of(System.getProperty("java.io.tmpdir")), BYTES);
    }
}
