/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.store.StoreException;
import java.util.Set;

/** Removes what the database keeps of elements that are gone: for the shell of this bundle. Thread-safe. */
public interface ElementRemover {

    /** The elements of which anything is kept, by name. */
    Set<String> kept();

    /**
     * Removes rows, generations, history, journal and memory of an element; may take long. Repeated after a kill, it goes on.
     *
     * @return how many versions of rows there were
     * @throws StoreException also where a poll writes the element, or somebody reads it
     */
    long remove(String element);
}
