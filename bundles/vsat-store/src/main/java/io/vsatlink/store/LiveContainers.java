/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Containers;
import io.vsatlink.api.duty.SettingDifference;
import io.vsatlink.store.fleet.ContainerSettings;
import io.vsatlink.store.fleet.Differences;
import java.util.List;

/** The containers of whichever database is open. */
record LiveContainers(StoreLifecycle lifecycle) implements Containers {

    @Override
    public List<Container> all() {
        return lifecycle.require().containers();
    }

    @Override
    public List<SettingDifference> differences() {
        List<String> working =
                all().stream().filter(Container::works).map(Container::name).toList();
        return new Differences(new ContainerSettings(lifecycle.require().memory())).among(working);
    }
}
