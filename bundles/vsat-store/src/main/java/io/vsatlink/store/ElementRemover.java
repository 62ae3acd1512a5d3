/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.store.StoreException;
import java.util.Set;

/** Removes the stored data of elements that no longer exist. Used by the shell commands of this bundle. Thread-safe. */
public interface ElementRemover {

    /** The names of the elements that have any stored data. */
    Set<String> kept();

    /**
     * Removes rows, generations, history, journal and memory of an element; may take long. A repeated call after a crash
     * continues.
     *
     * @return the number of removed row versions
     * @throws StoreException also if a poll is writing the element or a reader is reading it
     */
    long remove(String element);
}
