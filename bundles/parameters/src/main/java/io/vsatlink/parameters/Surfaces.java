/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.BundleContext;

/**
 * Publishes the parameters of elements on JMX, in the shell and in every other user interface. A service. Thread-safe.
 */
@ProviderType
public interface Surfaces {

    /**
     * Shows a page until it is closed.
     *
     * @param bundle the bundle of the element; the page is removed when it stops
     * @param changes fires when a reading of the page may have changed
     */
    Showing show(BundleContext bundle, ParameterPage page, ChangeSignal changes);

    /** A published page. */
    interface Showing extends AutoCloseable {
        @Override
        void close();
    }
}
