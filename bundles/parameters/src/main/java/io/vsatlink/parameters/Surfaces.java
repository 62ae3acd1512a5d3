/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.BundleContext;

/** Where an element has its parameters shown: JMX, the shell, and whatever window there is. A service. Thread-safe. */
@ProviderType
public interface Surfaces {

    /**
     * Shows a page until it is closed.
     *
     * @param bundle the element's; with it the page goes
     * @param changes fired when a reading of the page may have changed
     */
    Showing show(BundleContext bundle, ParameterPage page, ChangeSignal changes);

    /** A page that is shown. */
    interface Showing extends AutoCloseable {
        @Override
        void close();
    }
}
