package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Dataset;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The local VSAT database. Implemented by {@code vsat-store}; called by the connectors (writing) and by the exporter,
 * the shell and the web console (reading). Thread-safe.
 *
 * <p>Every method throws {@link StoreException}, whose message is a sentence for a person.
 */
@ProviderType
public interface VsatStore {

    /**
     * Opens the next generation of a dataset for writing. What an earlier, never published generation left is undone
     * first.
     *
     * @throws StoreException also where another writer has this dataset open
     */
    GenerationWriter open(String element, Dataset dataset);

    /** The dataset's current generation; empty where none was ever published. */
    Optional<Generation> current(String element, Dataset dataset);

    /** Fixes what is current now, for reading all datasets of an element as one set. To be closed by the caller. */
    Snapshot snapshot(String element);

    /** The elements that ever published a generation, by name. */
    Set<String> elements();
}
