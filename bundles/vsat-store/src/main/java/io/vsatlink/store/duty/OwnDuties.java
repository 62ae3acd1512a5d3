/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.store.duty.DutyTable.Owner;
import io.vsatlink.store.lease.Fence;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The duties of the only container of a database: all of them. Thread-safe. */
final class OwnDuties implements StoreDuties {
    private static final Owner US = new Owner("", 0);

    private final Map<DutyKey, Post> posts = new ConcurrentHashMap<>();
    private volatile boolean closed;

    @Override
    public Duty apply(DutyKind kind, String subject, Runnable changed) {
        Post post = posts.computeIfAbsent(DutyKey.of(kind, subject), key -> {
            Post ours = new Post(key, () -> !closed, () -> {});
            ours.take(US);
            return ours;
        });
        return post.add(changed);
    }

    @Override
    public Duty hold(DutyKind kind, String subject) {
        return apply(kind, subject, () -> {});
    }

    @Override
    public Optional<Duty> tryHold(DutyKind kind, String subject) {
        return Optional.of(hold(kind, subject));
    }

    @Override
    public Fence fence(DutyKind kind, String subject) {
        return Fence.NONE;
    }

    @Override
    public Fence fence() {
        return Fence.NONE;
    }

    @Override
    public String run() {
        return "";
    }

    @Override
    public void withRenewal(Renewal work) {
        // nobody else looks
    }

    @Override
    public void close() {
        closed = true;
    }
}
