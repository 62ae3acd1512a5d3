/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.duty.ElsewhereException;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.text.Counted;
import io.vsatlink.runtime.ThreadsEnd;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.DatabaseClock;
import io.vsatlink.store.duty.DutyTable.Owner;
import io.vsatlink.store.duty.MemberTable.Member;
import io.vsatlink.store.duty.Presence.Role;
import io.vsatlink.store.jdbc.table.Transactions;
import io.vsatlink.store.lease.Fence;
import io.vsatlink.store.lease.Occupant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Duties as rows that several containers share. Thread-safe. */
final class JdbcDuties implements StoreDuties {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcDuties.class);
    private static final long SOUGHT_EVERY_MILLIS = 1_000;

    /** Time for the preferred container to take a duty. */
    private static final Duration ANYBODYS_AFTER = Duration.ofSeconds(5);

    private static final Duration WRONG_CLOCK = Duration.ofSeconds(5);

    private final DutyTable table;
    private final Transactions transactions;
    private final DatabaseClock clock;
    private final Membership membership;
    private final Database database;
    private final AtomicLong refusals = new AtomicLong();
    private final Map<DutyKey, Post> posts = new ConcurrentHashMap<>();

    /** Two, so that a duty whose row is locked does not keep the lease from being renewed. */
    private final ScheduledThreadPoolExecutor threads;

    private final Fence ownFence = new OwnFence();
    private volatile boolean closed;

    JdbcDuties(Database database, Occupant occupant, Clock ours) {
        this.database = database;
        this.table = new DutyTable(database.dialect());
        this.transactions = new Transactions(database);
        this.clock = new DatabaseClock(database, ours);
        this.membership = new Membership(database, occupant, ours);
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
        return held(post).orElseThrow(() -> notOurs(post.key(), post.holder()));
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

    private record Answer(Owner ours, String holder) {}

    private void take(Post post, String run, boolean atOnce) {
        Answer answer = transactions.write(post.key().toString(), c -> {
            // checked before anything is locked: whoever waits must not hold up the one that works
            Optional<Member> other = otherHolder(c, post.key(), run);
            if (other.isPresent()) {
                return new Answer(null, other.get().name());
            }
            return atOnce || isOurTurn(c, post, run) ? taken(c, post.key(), run) : new Answer(null, "");
        });
        if (answer.ours() == null) {
            post.leave(answer.holder());
        } else {
            LOG.info("This container has {}", post.key());
            post.take(answer.ours());
        }
    }

    private boolean isOurTurn(Connection c, Post post, String run) throws SQLException {
        return Preference.isFirst(run, post.key(), MemberTable.working(c, clock.now(c)))
                || post.freeFor(ANYBODYS_AFTER);
    }

    private Answer taken(Connection c, DutyKey key, String run) throws SQLException {
        Optional<Owner> before = table.owner(c, key);
        if (before.isEmpty()) {
            Owner first = new Owner(run, 1);
            table.add(c, key, first, clock.now(c));
            return new Answer(first, "");
        }
        String former = before.get().run();
        if (!former.isEmpty() && !former.equals(run)) {
            // its lease has ended for good; a suspended one would keep its locks until it goes on
            database.dialect().endSessions(c, former);
        }
        table.lock(c, key);
        before = table.owner(c, key);
        // or the present holder would renew its lease after we have found it expired
        MemberTable.lock(c, before.orElseThrow().run());
        Optional<Member> other = otherHolder(c, key, run);
        if (other.isPresent()) {
            return new Answer(null, other.get().name());
        }
        Owner next = new Owner(run, before.orElseThrow().fence() + 1);
        table.setOwner(c, key, next, clock.now(c));
        return new Answer(next, "");
    }

    /** The other container that has the duty, and has renewed its lease. */
    private Optional<Member> otherHolder(Connection c, DutyKey key, String run) throws SQLException {
        Optional<Owner> owner = table.owner(c, key);
        if (owner.isEmpty() || owner.get().run().equals(run)) {
            return Optional.empty();
        }
        Instant now = clock.now(c);
        // a lease that ends later than any can was renewed before the database's clock was set back
        Instant latest = now.plus(Membership.LENGTH).plus(Membership.LENGTH);
        return MemberTable.find(c, owner.get().run())
                .filter(each -> each.leaseEnd().isAfter(now) && !each.leaseEnd().isAfter(latest));
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
        return ownFence;
    }

    /** By the row of this run, which is removed with it. */
    private final class OwnFence implements Fence {
        @Override
        public void requireOurs() {}

        @Override
        public void beforeWriting(Connection c) throws SQLException {
            require(table.ownerUntilTheEnd(c, DutyKey.ofRun(membership.run())));
        }

        @Override
        public void beforeWritingAlone(Connection c) throws SQLException {
            DutyKey key = DutyKey.ofRun(membership.run());
            table.lock(c, key);
            require(table.owner(c, key));
        }

        private void require(Optional<Owner> found) {
            if (found.isEmpty()) {
                refusals.incrementAndGet();
                throw new StoreException(
                        "This container did not renew its lease in time, and renews it now; try again");
            }
        }
    }

    @Override
    public Fence fence(DutyKind kind, String subject) {
        Post post = post(DutyKey.of(kind, subject));
        return new DutyFence(post, post.ours());
    }

    /** For one ownership: after its loss, even another one of this container does not make it valid. */
    private final class DutyFence implements Fence {
        private final Post post;
        private final Optional<Owner> owner;

        DutyFence(Post post, Optional<Owner> owner) {
            this.post = post;
            this.owner = owner;
        }

        @Override
        public void requireOurs() {
            require(post.ours());
        }

        @Override
        public void beforeWriting(Connection c) throws SQLException {
            requireStill(c, table.ownerUntilTheEnd(c, post.key()));
        }

        @Override
        public void beforeWritingAlone(Connection c) throws SQLException {
            table.lock(c, post.key());
            requireStill(c, table.owner(c, post.key()));
        }

        private void requireStill(Connection c, Optional<Owner> found) throws SQLException {
            if (!found.equals(owner)) {
                refusals.incrementAndGet();
                Optional<Member> holder = found.isEmpty()
                        ? Optional.empty()
                        : MemberTable.find(c, found.get().run());
                post.lose(owner, holder.map(Member::name).orElse(""));
                seekSoon();
            }
            require(found);
        }

        private void require(Optional<Owner> found) {
            if (owner.isEmpty() || !found.equals(owner)) {
                throw notOurs(post.key(), post.holder());
            }
        }

        /** By the duty: a commit in doubt concerns whoever writes for it next. */
        @Override
        public boolean equals(Object other) {
            return other instanceof DutyFence fence && fence.post == post;
        }

        @Override
        public int hashCode() {
            return post.key().hashCode();
        }
    }

    private static ElsewhereException notOurs(DutyKey key, String holder) {
        return new ElsewhereException("This container does not have " + key + " at present, but "
                + (holder.isEmpty() ? "another one" : holder) + " has");
    }

    @Override
    public List<Container> containers() {
        return transactions.read("the containers", c -> new ContainerList(membership.run(), clock.now(c)).read(c));
    }

    @Override
    public Presence presence() {
        long held =
                posts.values().stream().filter(post -> post.ours().isPresent()).count();
        return new Presence(Role.MEMBER, membership.working(), held, refusals.get());
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
