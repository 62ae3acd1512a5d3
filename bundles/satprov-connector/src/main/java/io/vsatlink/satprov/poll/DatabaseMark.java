package io.vsatlink.satprov.poll;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.StoreException;

/** Tells whether the database is the one that the element knows: one that is damaged is replaced by an empty one. */
final class DatabaseMark {
    private static final String NAME = "satprov.database";

    private final ElementMemory memory;
    private final String element;

    DatabaseMark(ElementMemory memory, String element) {
        this.memory = memory;
        this.element = element;
    }

    /**
     * Leaves the mark where it is missing.
     *
     * @return whether it was
     * @throws StoreException where the database is away
     */
    boolean leave() {
        boolean missing = memory.recall(element, NAME).isEmpty();
        if (missing) {
            memory.remember(element, NAME, "known");
        }
        return missing;
    }
}
