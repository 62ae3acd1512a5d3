/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Says that something of an element may read differently now. Thread-safe; returns at once, also under a lock. */
public final class ChangeSignal {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param listener must return at once and take no lock */
    public void add(Runnable listener) {
        listeners.add(listener);
    }

    public void remove(Runnable listener) {
        listeners.remove(listener);
    }

    public void fire() {
        listeners.forEach(Runnable::run);
    }
}
