/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.store.VsatStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The database ports that every exporter uses, as one service of this bundle. */
@Component(service = StorePorts.class)
public final class StorePorts {
    private final VsatStore store;
    private final Duties duties;

    @Activate
    public StorePorts(@Reference VsatStore store, @Reference Duties duties) {
        this.store = store;
        this.duties = duties;
    }

    VsatStore store() {
        return store;
    }

    Duties duties() {
        return duties;
    }
}
