/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.ElsewhereException;
import io.vsatlink.store.duty.DutyTable.Owner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** A duty as this container sees it, and its applicants here, of which the first has it if the container has. Thread-safe. */
final class Post {
    private final DutyKey key;
    private final BooleanSupplier mayBegin;
    private final Runnable withdrawn;
    private final List<Applicant> applicants = new ArrayList<>();
    private Owner ours;
    private String holder = "";
    private OptionalLong freeSince = OptionalLong.empty();

    /**
     * @param mayBegin whether what this container has is its own for long enough
     * @param withdrawn called when an application has been withdrawn
     */
    Post(DutyKey key, BooleanSupplier mayBegin, Runnable withdrawn) {
        this.key = key;
        this.mayBegin = mayBegin;
        this.withdrawn = withdrawn;
    }

    DutyKey key() {
        return key;
    }

    synchronized Duty add(Runnable changed) {
        Applicant applicant = new Applicant(changed);
        applicants.add(applicant);
        return applicant;
    }

    synchronized boolean isWanted() {
        return !applicants.isEmpty();
    }

    /** The container's ownership; empty if it does not have the duty. */
    synchronized Optional<Owner> ours() {
        return Optional.ofNullable(ours);
    }

    synchronized String holder() {
        return holder;
    }

    /** Why nothing is done for the duty here. */
    ElsewhereException elsewhere() {
        String other = holder();
        return new ElsewhereException("This container does not have " + key + " at present, but "
                + (other.isEmpty() ? "another one" : other) + " has");
    }

    /** This container has the duty now. */
    void take(Owner owner) {
        change(owner, "");
    }

    /** Another container has the duty, or none: then the name is empty. */
    void leave(String container) {
        change(null, container);
    }

    /** Nobody has it at present. Returns whether it has been so for as long. */
    synchronized boolean freeFor(Duration time) {
        long now = System.nanoTime();
        if (freeSince.isEmpty()) {
            freeSince = OptionalLong.of(now);
        }
        return now - freeSince.getAsLong() >= time.toNanos();
    }

    /** This ownership is over; a later one may be ours. */
    void lose(Optional<Owner> owner, String container) {
        if (ours().equals(owner)) {
            leave(container);
        }
    }

    private void change(Owner owner, String container) {
        Optional<Applicant> told;
        synchronized (this) {
            boolean same = (ours == null) == (owner == null);
            ours = owner;
            holder = container;
            if (owner != null || !container.isEmpty()) {
                freeSince = OptionalLong.empty();
            }
            told = same ? Optional.empty() : applicants.stream().findFirst();
        }
        told.ifPresent(first -> first.changed.run());
    }

    private synchronized boolean isFirst(Applicant applicant) {
        return !applicants.isEmpty() && applicants.get(0) == applicant;
    }

    private void withdraw(Applicant applicant) {
        Optional<Applicant> next = Optional.empty();
        synchronized (this) {
            boolean had = isFirst(applicant) && ours != null;
            applicants.remove(applicant);
            if (had) {
                next = applicants.stream().findFirst();
            }
        }
        next.ifPresent(first -> first.changed.run());
        withdrawn.run();
    }

    private final class Applicant implements Duty {
        private final Runnable changed;

        Applicant(Runnable changed) {
            this.changed = changed;
        }

        @Override
        public boolean ours() {
            return isFirst(this) && Post.this.ours().isPresent() && mayBegin.getAsBoolean();
        }

        @Override
        public String holder() {
            return Post.this.holder();
        }

        @Override
        public void close() {
            withdraw(this);
        }
    }
}
