/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import java.util.Optional;
import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Small facts that an element keeps across restarts, by name. Not for secrets. Implemented by
 * {@code vsat-store}. Thread-safe; every method throws {@link StoreException}.
 */
@ProviderType
public interface ElementMemory {

    Optional<String> recall(String element, String name);

    /** All facts whose names have this prefix, by name. */
    SortedMap<String, String> recallAll(String element, String prefix);

    /** @param value of any length; null removes the fact */
    void remember(String element, String name, String value);
}
