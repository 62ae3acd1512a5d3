/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.duty;

import java.util.List;

/** The containers that share the database. Implemented by the store, called by whoever shows them. Thread-safe. */
public interface Containers {

    /**
     * Those that work, by name, then those of the last day that have ended. A container that has started again is there once.
     *
     * @throws io.vsatlink.api.store.StoreException if the database cannot be read
     */
    List<Container> all();

    /**
     * In what the settings of those differ that work, as each has recorded them some ten seconds ago at most. A container that has not
     * yet done so is left out.
     *
     * @throws io.vsatlink.api.store.StoreException if the database cannot be read
     */
    List<SettingDifference> differences();
}
