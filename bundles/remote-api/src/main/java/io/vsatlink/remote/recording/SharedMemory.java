/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

/** The memory that the recordings of all elements may take together. Thread-safe. */
public final class SharedMemory {
    private final long most;
    private long taken;

    /** As much as is allowed in a container. */
    public SharedMemory() {
        this(32 << 20);
    }

    SharedMemory(long most) {
        this.most = most;
    }

    synchronized boolean has(long bytes) {
        return taken + bytes <= most;
    }

    synchronized boolean take(long bytes) {
        if (!has(bytes)) {
            return false;
        }
        taken += bytes;
        return true;
    }

    synchronized void give(long bytes) {
        taken -= bytes;
    }

    synchronized long taken() {
        return taken;
    }
}
