/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.RowVersion;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.TicketChange;
import io.vsatlink.api.ticket.TicketCounts;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link LiveStore} for the ticket ports. */
final class LiveTickets implements TicketMirror, Outbox {
    private final StoreLifecycle lifecycle;

    LiveTickets(StoreLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    private TicketMirror mirror() {
        return lifecycle.require().tickets();
    }

    private Outbox outbox() {
        return lifecycle.require().outbox();
    }

    @Override
    public GenerationWriter open(String system) {
        return mirror().open(system);
    }

    @Override
    public Optional<Generation> current(String system) {
        return mirror().current(system);
    }

    @Override
    public Snapshot snapshot(String system) {
        return mirror().snapshot(system);
    }

    @Override
    public List<RowVersion> history(String system, String ticketId) {
        return mirror().history(system, ticketId);
    }

    @Override
    public TicketCounts counts(String system, String managedBy) {
        return mirror().counts(system, managedBy);
    }

    @Override
    public List<TicketChange> changes(String system, String follower, int limit) {
        return mirror().changes(system, follower, limit);
    }

    @Override
    public void told(String system, String follower, TicketChange last) {
        mirror().told(system, follower, last);
    }

    @Override
    public void forget(String system, String follower) {
        mirror().forget(system, follower);
    }

    @Override
    public Receipt accept(String system, TicketRequest request, String ticketId) {
        return outbox().accept(system, request, ticketId);
    }

    @Override
    public void startOver(Claimant claimant) {
        outbox().startOver(claimant);
    }

    @Override
    public List<Claim> claim(String system, Claimant claimant, int limit) {
        return outbox().claim(system, claimant, limit);
    }

    @Override
    public void waited(String system, Collection<Long> ids) {
        outbox().waited(system, ids);
    }

    @Override
    public boolean mayCall(Claim claim) {
        return outbox().mayCall(claim);
    }

    @Override
    public int senders(String system) {
        return outbox().senders(system);
    }

    @Override
    public boolean repeating(Claim claim, int repeats) {
        return outbox().repeating(claim, repeats);
    }

    @Override
    public boolean delivered(Claim claim, String ticketId) {
        return outbox().delivered(claim, ticketId);
    }

    @Override
    public boolean delivered(Claim claim, String ticketId, String remark) {
        return outbox().delivered(claim, ticketId, remark);
    }

    @Override
    public boolean retryAt(Claim claim, Instant at, String error, boolean mayHaveArrived) {
        return outbox().retryAt(claim, at, error, mayHaveArrived);
    }

    @Override
    public boolean postpone(Claim claim, Instant at, String reason) {
        return outbox().postpone(claim, at, reason);
    }

    @Override
    public void reconsider(String system) {
        outbox().reconsider(system);
    }

    @Override
    public List<OutboxEntry> submissions(String system, Map<String, String> fields) {
        return outbox().submissions(system, fields);
    }

    @Override
    public List<OutboxEntry> open(String system, String name) {
        return outbox().open(system, name);
    }

    @Override
    public boolean takeBack(Claim claim, List<OutboxEntry> behind, String reason) {
        return outbox().takeBack(claim, behind, reason);
    }

    @Override
    public boolean block(Claim claim, String error, boolean mayHaveArrived) {
        return outbox().block(claim, error, mayHaveArrived);
    }

    @Override
    public Optional<OutboxEntry> retry(String system, long id) {
        return outbox().retry(system, id);
    }

    @Override
    public Optional<OutboxEntry> discard(String system, long id) {
        return outbox().discard(system, id);
    }

    @Override
    public Optional<OutboxEntry> find(String system, long id) {
        return outbox().find(system, id);
    }

    @Override
    public List<OutboxEntry> entries(String system, int limit) {
        return outbox().entries(system, limit);
    }

    @Override
    public List<OutboxEntry> entriesOf(String system, Set<String> names, int limit) {
        return outbox().entriesOf(system, names, limit);
    }

    @Override
    public OutboxCounts counts(String system) {
        return outbox().counts(system);
    }

    @Override
    public List<OutboxEntry> deliveredUpdates(String system, String ticketId, int limit) {
        return outbox().deliveredUpdates(system, ticketId, limit);
    }
}
