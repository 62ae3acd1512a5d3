package io.vsatlink.store.jdbc;

import io.vsatlink.api.dataset.Dataset;

/** One dataset of one element; its text is how messages name it. */
record Slot(String element, Dataset dataset) {
    @Override
    public String toString() {
        return dataset.key() + " of element " + element;
    }
}
