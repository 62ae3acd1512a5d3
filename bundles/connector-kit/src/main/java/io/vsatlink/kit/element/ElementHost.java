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

/**
 * What the container gives an element.
 *
 * @param bundle the connector's
 * @param configuration as the element's component is given it
 * @param recordings what the recorded calls of all elements may take
 */
public record ElementHost(
        BundleContext bundle,
        Map<String, Object> configuration,
        ElementMemory memory,
        SettingsWriter writer,
        Surfaces surfaces,
        SharedMemory recordings) {}
