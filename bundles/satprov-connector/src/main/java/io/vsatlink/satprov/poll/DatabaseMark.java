/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.StoreException;

/** Reports whether the database is the one that the element knows: a damaged one is replaced by an empty one. */
final class DatabaseMark {
    private static final String NAME = "satprov.database";

    private final ElementMemory memory;
    private final String element;

    DatabaseMark(ElementMemory memory, String element) {
        this.memory = memory;
        this.element = element;
    }

    /**
     * Sets the mark if it is missing.
     *
     * @return whether it was
     * @throws StoreException if the database is not available
     */
    boolean leave() {
        boolean missing = memory.recall(element, NAME).isEmpty();
        if (missing) {
            memory.remember(element, NAME, "known");
        }
        return missing;
    }
}
