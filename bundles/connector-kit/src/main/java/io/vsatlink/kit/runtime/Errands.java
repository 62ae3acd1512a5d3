/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.runtime;

import io.vsatlink.api.store.ElementMemory;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What people asked of an element in a container that does not do its work, for the one that does. The database passes it on, so it
 * waits if no container does the work at present. Thread-safe, but one thread at a time takes them.
 */
public final class Errands {
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(2);

    private final ElementMemory memory;
    private final String owner;
    private final String prefix;
    private final LongSupplier nanoTime;
    private long lookedAt;

    /**
     * @param type of the elements, for instance {@code etms}
     * @param owner the element, or the system, for which one container works
     * @param nanoTime monotonic
     */
    public Errands(ElementMemory memory, String type, String owner, LongSupplier nanoTime) {
        this.memory = memory;
        this.owner = owner;
        this.prefix = "errand " + type + " ";
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong();
    }

    /** Leaves an errand. One that is left again before it is taken remains one. */
    public void leave(String errand) {
        memory.remember(owner, prefix + errand, "asked");
    }

    /** Takes all that are left, to be called often: it looks for them every two seconds. Each is given once. */
    public List<String> take() {
        long now = nanoTime.getAsLong();
        if (now - lookedAt < LOOKED_EVERY.toNanos()) {
            return List.of();
        }
        lookedAt = now;
        List<String> left = List.copyOf(memory.recallAll(owner, prefix).keySet());
        // before they are done: one that is left again meanwhile is another one
        left.forEach(name -> memory.remember(owner, name, null));
        return left.stream().map(name -> name.substring(prefix.length())).toList();
    }
}
