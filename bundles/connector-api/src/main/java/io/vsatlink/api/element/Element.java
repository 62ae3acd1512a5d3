package io.vsatlink.api.element;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One configured instance of a connector, or a part of the product that has a health of its own. Registered as a service
 * by each; the windows list them. Thread-safe; no method blocks.
 */
@ConsumerType
public interface Element {

    /** What it is, as in its MBean's name: {@code Satprov}, {@code Exporter}, {@code Store}. */
    String type();

    /** The element's name: the part of its PID after the {@code ~}; empty for what exists once. */
    String name();

    Health health();
}
