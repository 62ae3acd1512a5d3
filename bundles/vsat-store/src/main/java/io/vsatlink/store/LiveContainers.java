/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Containers;
import java.util.List;

/** The containers of whichever database is open. */
record LiveContainers(StoreLifecycle lifecycle) implements Containers {

    @Override
    public List<Container> all() {
        return lifecycle.require().containers();
    }
}
