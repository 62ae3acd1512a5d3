/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.text.Counted;
import io.vsatlink.runtime.ThreadsEnd;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.DatabaseClock;
import io.vsatlink.store.duty.DutyTable.Owner;
import io.vsatlink.store.duty.Presence.Role;
import io.vsatlink.store.jdbc.table.Transactions;
import io.vsatlink.store.lease.Fence;
import io.vsatlink.store.lease.Occupant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Duties as rows that several containers share. Thread-safe. */
final class JdbcDuties implements StoreDuties {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcDuties.class);
    private static final long SOUGHT_EVERY_MILLIS = 1_000;

    private static final Duration WRONG_CLOCK = Duration.ofSeconds(5);

    private final DutyTable table;
    private final Transactions transactions;
    private final DatabaseClock clock;
    private final Membership membership;
    private final Takeover takeover;
    private final DutyFences fences;
    private final Map<DutyKey, Post> posts = new ConcurrentHashMap<>();

    /** Two, so that a duty whose row is locked does not keep the lease from being renewed. */
    private final ScheduledThreadPoolExecutor threads;

    private volatile boolean closed;

    JdbcDuties(Database database, Occupant occupant, Clock ours) {
        this.table = new DutyTable(database.dialect());
        this.transactions = new Transactions(database);
        this.clock = new DatabaseClock(database, ours);
        this.membership = new Membership(database, occupant, ours);
        this.takeover = new Takeover(transactions, table, clock);
        this.fences = new DutyFences(table, membership, this::seekSoon);
        this.threads = new ScheduledThreadPoolExecutor(2, work -> {
            Thread thread = new Thread(work, "vsatlink-duties");
            thread.setDaemon(true);
            return thread;
        });
        membership.renew();
        every(Membership.RENEWED_EVERY.toMillis(), this::renew);
        every(SOUGHT_EVERY_MILLIS, this::seek);
    }

    private void every(long millis, Runnable work) {
        var unused = threads.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public Duty apply(DutyKind kind, String subject, Runnable changed) {
        Duty duty = post(DutyKey.of(kind, subject)).add(changed);
        seekSoon();
        return duty;
    }

    @Override
    public Duty hold(DutyKind kind, String subject) {
        Post post = post(DutyKey.of(kind, subject));
        return held(post).orElseThrow(post::elsewhere);
    }

    @Override
    public Optional<Duty> tryHold(DutyKind kind, String subject) {
        return held(post(DutyKey.of(kind, subject)));
    }

    private Optional<Duty> held(Post post) {
        Duty duty = post.add(() -> {});
        boolean held = false;
        try {
            decide(post, true);
            held = post.ours().isPresent();
            return held ? Optional.of(duty) : Optional.empty();
        } finally {
            if (!held) {
                duty.close();
            }
        }
    }

    private Post post(DutyKey wanted) {
        return posts.computeIfAbsent(wanted, key -> new Post(key, this::mayBegin, this::seekSoon));
    }

    private boolean mayBegin() {
        return !closed && membership.mayBegin();
    }

    private void seekSoon() {
        try {
            threads.execute(this::seek);
        } catch (RejectedExecutionException e) {
            LOG.debug("The store is closing; its duties are given back", e);
        }
    }

    private void renew() {
        try {
            membership.renew();
            seek();
        } catch (RuntimeException e) {
            LOG.debug("The lease was not renewed; the next attempt follows", e);
        }
    }

    private void seek() {
        for (Post post : posts.values()) {
            try {
                decide(post, false);
            } catch (RuntimeException e) {
                LOG.debug("{}: no decision; the next attempt follows", post.key(), e);
            }
        }
    }

    /**
     * Takes the duty if it is wanted and free, and gives it back if nobody wants it. One at a time.
     *
     * @param atOnce even if another container is preferred
     */
    private synchronized void decide(Post post, boolean atOnce) {
        String run = membership.run();
        if (closed || run.isEmpty()) {
            return;
        }
        Optional<Owner> ours = post.ours();
        if (ours.isPresent() && !ours.get().run().equals(run)) {
            // of a run whose lease has expired
            post.leave("");
        }
        if (!post.isWanted()) {
            giveBack(post);
        } else if (post.ours().isEmpty()) {
            take(post, run, atOnce);
        }
    }

    private void giveBack(Post post) {
        Optional<Owner> ours = post.ours();
        if (ours.isPresent()) {
            post.leave("");
            transactions.write(post.key().toString(), c -> {
                table.leave(c, post.key(), ours.get());
                return null;
            });
        }
    }

    private void take(Post post, String run, boolean atOnce) {
        Takeover.Answer answer = takeover.take(post, run, atOnce);
        if (answer.ours() == null) {
            post.leave(answer.holder());
        } else {
            LOG.info("This container has {}", post.key());
            post.take(answer.ours());
        }
    }

    @Override
    public String run() {
        return membership.run();
    }

    @Override
    public void withRenewal(Renewal work) {
        membership.withRenewal(work);
    }

    @Override
    public Fence fence() {
        return fences.own();
    }

    @Override
    public Fence fence(DutyKind kind, String subject) {
        return fences.of(post(DutyKey.of(kind, subject)));
    }

    @Override
    public List<Container> containers() {
        return transactions.read("the containers", c -> new ContainerList(membership.run(), clock.now(c)).read(c));
    }

    @Override
    public Presence presence() {
        long held =
                posts.values().stream().filter(post -> post.ours().isPresent()).count();
        return new Presence(Role.MEMBER, membership.working(), held, fences.refusals());
    }

    @Override
    public Optional<String> warning() {
        Duration offset = membership.clockOffset();
        return offset.abs().compareTo(WRONG_CLOCK) <= 0
                ? Optional.empty()
                : Optional.of("The clock of this container is "
                        + Counted.of(offset.abs().toSeconds(), "second")
                        + (offset.isNegative() ? " behind" : " ahead of") + " the database's; set the clocks by NTP");
    }

    @Override
    public void close() {
        closed = true;
        ThreadsEnd.of(threads, "The search for duties");
        List<Post> all = List.copyOf(posts.values());
        try {
            transactions.write("the duties of this container", c -> {
                for (Post post : all) {
                    if (post.ours().isPresent()) {
                        table.leave(c, post.key(), post.ours().get());
                    }
                }
                membership.leave(c);
                return null;
            });
        } catch (StoreException e) {
            LOG.debug("The duties are not given back; the lease expires", e);
        }
        all.forEach(post -> post.leave(""));
    }

    /** Ends as a killed process does. */
    void vanish() {
        ThreadsEnd.of(threads, "The search for duties");
    }
}
