/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Notifies listeners that a reading of an element may have changed. Thread-safe; returns at once and may be called
 * under a lock.
 */
public final class ChangeSignal {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param listener must return at once and must not take a lock */
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
