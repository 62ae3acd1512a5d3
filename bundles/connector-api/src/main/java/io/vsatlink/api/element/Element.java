/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.element;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One configured instance of a connector, or a part of the product with its own health. Registered as a service
 * by each of them; the windows list them. Thread-safe; no method blocks.
 */
@ConsumerType
public interface Element {

    /** Its type, as in its MBean's name: {@code Satprov}, {@code Exporter}, {@code Store}. */
    String type();

    /** The element's name: the part of its PID after the {@code ~}; empty for singletons. */
    String name();

    Health health();
}
