/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Container.HeldDuty;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.store.duty.DutyTable.Owner;
import io.vsatlink.store.duty.Presence.Role;
import io.vsatlink.store.lease.Fence;
import io.vsatlink.store.lease.Occupant;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The duties of the only container of a database: all of them. Thread-safe. */
final class OwnDuties implements StoreDuties {
    private static final Owner US = new Owner("", 0);

    private final Occupant occupant;
    private final Clock clock;
    private final Map<DutyKey, Post> posts = new ConcurrentHashMap<>();
    private volatile boolean closed;

    OwnDuties(Occupant occupant, Clock clock) {
        this.occupant = occupant;
        this.clock = clock;
    }

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
    public List<Container> containers() {
        List<HeldDuty> held = wanted().map(Post::key)
                .flatMap(key -> key.known().map(kind -> new HeldDuty(kind, key.subject())).stream())
                .sorted(Comparator.comparing(HeldDuty::kind).thenComparing(HeldDuty::subject))
                .toList();
        return List.of(new Container(
                occupant.name(),
                true,
                occupant.version(),
                occupant.startedAt(),
                clock.instant(),
                true,
                Duration.ZERO,
                held));
    }

    private Stream<Post> wanted() {
        return posts.values().stream().filter(Post::isWanted);
    }

    @Override
    public Presence presence() {
        return new Presence(Role.ALONE, 1, wanted().count(), 0);
    }

    @Override
    public Optional<String> warning() {
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
    }
}
