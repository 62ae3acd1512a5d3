/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.duty.DutyTable.Owner;
import io.vsatlink.store.duty.MemberTable.Member;
import io.vsatlink.store.lease.Fence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The fences of one container. Thread-safe. */
final class DutyFences {
    private final DutyTable table;
    private final Membership membership;
    private final Runnable lost;
    private final AtomicLong refusals = new AtomicLong();
    private final Fence own = new OwnFence();

    /** @param lost called when a duty turns out to be lost */
    DutyFences(DutyTable table, Membership membership, Runnable lost) {
        this.table = table;
        this.membership = membership;
        this.lost = lost;
    }

    /** How often a transaction wrote nothing because of a fence. */
    long refusals() {
        return refusals.get();
    }

    /** For what needs no duty. */
    Fence own() {
        return own;
    }

    /** For the duty as this container has it now. */
    Fence of(Post post) {
        return new DutyFence(post, post.ours());
    }

    /** By the row of this run, which is removed with it. */
    private final class OwnFence implements Fence {
        @Override
        public void requireOurs() {
            // only the database knows
        }

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
                lost.run();
            }
            require(found);
        }

        private void require(Optional<Owner> found) {
            if (owner.isEmpty() || !found.equals(owner)) {
                throw post.elsewhere();
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
}
