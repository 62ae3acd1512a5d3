/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The local VSAT database. Implemented by {@code vsat-store}; called by the connectors (writing) and by the exporter,
 * the shell and the web console (reading). Thread-safe.
 *
 * <p>The service exists even while its database is not open: then every method refuses with the reason.
 *
 * <p>Every method throws {@link StoreException}, whose message is a sentence for a person.
 */
@ProviderType
public interface VsatStore {

    /**
     * Opens the next generation of a dataset for writing. An earlier generation that was never published, including a
     * held one, is undone first.
     *
     * @throws StoreException also if another writer has this dataset open
     */
    GenerationWriter open(String element, Dataset dataset);

    /**
     * Opens the next generation of a dataset for rows that were added or changed: rows that are not written stay. Otherwise
     * as {@link #open}; it can't be held.
     *
     * @throws StoreException also if there is no generation yet
     */
    GenerationWriter openChanges(String element, Dataset dataset);

    /** The generation that waits for a person to accept it; empty for none. */
    Optional<Generation> held(String element, Dataset dataset);

    /**
     * Publishes the held generation, in one short transaction.
     *
     * @throws StoreException also if nothing is held, or a writer has the dataset open
     */
    Generation acceptHeld(String element, Dataset dataset);

    /** The dataset's current generation; empty if none was ever published. */
    Optional<Generation> current(String element, Dataset dataset);

    /**
     * Fixes the current generations, for reading all listings of an owner as one set. To be closed by the caller.
     *
     * @param owner an element, or a ticketing system
     */
    Snapshot snapshot(String owner);

    /**
     * The published versions of one row that are still kept, newest first; empty for none.
     *
     * @param key the value of the dataset's key column
     */
    List<RowVersion> history(String element, Dataset dataset, String key);

    /** The elements that have published a generation, by name. */
    Set<String> elements();
}
