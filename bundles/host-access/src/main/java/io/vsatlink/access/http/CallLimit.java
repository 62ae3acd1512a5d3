/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits the number of concurrent calls, per person and in total, so that no person can occupy all of them.
 * Thread-safe.
 */
public final class CallLimit {
    private final int perPerson;
    private final int inAll;
    private final Map<String, Integer> running = new HashMap<>();
    private int all;

    public CallLimit(int perPerson, int inAll) {
        this.perPerson = perPerson;
        this.inAll = inAll;
    }

    /** A call that counts until it is closed. */
    public interface Place {
        /** May be called more than once. */
        void leave();
    }

    /** Returns a place for a call of this person; empty if the person's limit or the total limit is reached. */
    public synchronized Optional<Place> enter(String user) {
        int own = running.getOrDefault(user, 0);
        if (own >= perPerson || all >= inAll) {
            return Optional.empty();
        }
        running.put(user, own + 1);
        all++;
        AtomicBoolean left = new AtomicBoolean();
        return Optional.of(() -> {
            if (left.compareAndSet(false, true)) {
                leave(user);
            }
        });
    }

    private synchronized void leave(String user) {
        running.computeIfPresent(user, (name, calls) -> calls == 1 ? null : calls - 1);
        all--;
    }
}
