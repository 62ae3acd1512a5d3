package io.vsatlink.api.store;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Small facts that an element must not forget over a restart, by name. Not for secrets. Implemented by
 * {@code vsat-store}. Thread-safe; every method throws {@link StoreException}.
 */
@ProviderType
public interface ElementMemory {

    Optional<String> recall(String element, String name);

    /** @param value null forgets */
    void remember(String element, String name, String value);
}
