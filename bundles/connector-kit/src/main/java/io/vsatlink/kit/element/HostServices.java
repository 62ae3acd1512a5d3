/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.element;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.parameters.SettingsWriter;
import io.vsatlink.parameters.Surfaces;
import io.vsatlink.remote.recording.SharedMemory;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that each element of each connector uses: one reference for a connector instead of three. */
@Component(service = HostServices.class)
public final class HostServices {
    private final ElementMemory memory;
    private final SettingsWriter writer;
    private final Surfaces surfaces;
    private final SharedMemory recordings = new SharedMemory();

    @Activate
    public HostServices(
            @Reference ElementMemory memory, @Reference SettingsWriter writer, @Reference Surfaces surfaces) {
        this.memory = memory;
        this.writer = writer;
        this.surfaces = surfaces;
    }

    /**
     * The host of one element.
     *
     * @param bundle the connector's
     * @param configuration as the element's component is given it
     */
    public ElementHost of(BundleContext bundle, Map<String, Object> configuration) {
        return new ElementHost(bundle, configuration, memory, writer, surfaces, recordings);
    }

    /** Facts that survive a restart. */
    public ElementMemory memory() {
        return memory;
    }
}
