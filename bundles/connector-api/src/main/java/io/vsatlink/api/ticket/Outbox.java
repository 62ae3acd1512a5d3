/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The accepted requests that a platform has not received yet, and for a while the delivered ones. Implemented by
 * {@code vsat-store}; elements accept into it, backends deliver from it. Thread-safe; every method throws
 * {@link io.vsatlink.api.store.StoreException}.
 *
 * <p><b>Order.</b> The requests of one ticket go in the order of their acceptance, one at a time: none is claimed while
 * an earlier one waits, is being sent or is blocked. A ticket is known by its {@code externalId} and, once a delivery has
 * returned it, by its {@code ticketId} too; from then on requests by either name share one order.
 *
 * <p><b>Once.</b> A claim is an attempt. Whatever becomes of the process, the request stays until an outcome is
 * recorded, and a later claim shows that an earlier attempt may have arrived. The holder of a claim that was given to another
 * in the meantime can't record an outcome.
 *
 * <p><b>Time.</b> The due time is stored as wall-clock time, because that survives a restart. A wall clock may be
 * set back: what is due further ahead than {@link #LONGEST_WAIT} is due now, and {@link #waited} reports whose wait is over
 * by a monotonic clock.
 */
@ProviderType
public interface Outbox {

    /** The longest wait for a next attempt. */
    Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /**
     * Accepts a request, in one transaction: when this returns, it is safe. An equal reference of a
     * {@link RequestKind#SUBMIT}, or an equal request id of another kind that is not empty, is a duplicate, and the first
     * one's receipt is returned.
     *
     * @param ticketId the ticket's id if the caller knows it, otherwise empty
     */
    Receipt accept(String system, TicketRequest request, String ticketId);

    /** Voids the claims of this element and of earlier runs of its process. To be called before the first claim. */
    void startOver(Claimant claimant);

    /**
     * Claims due requests, oldest first.
     *
     * @param limit maximum number of requests, each of another ticket
     */
    List<Claim> claim(String system, Claimant claimant, int limit);

    /**
     * Whether a call may begin for this claim: it is still valid, and remains so until the longest call has ended. To be asked right
     * before each call, because a container may lose its claims while it waits.
     */
    boolean mayCall(Claim claim);

    /** The number of containers that have claims of a system's requests; at least 1. They share what its vendor allows. */
    int senders(String system);

    /**
     * The wait for the next attempt is over for these, regardless of the wall clock; those that are no longer waiting
     * are unchanged.
     */
    void waited(String system, Collection<Long> ids);

    /**
     * A request that may already have arrived is about to be sent again. Stored before the call, so that
     * it is counted even if the process dies.
     *
     * @param repeats what {@link OutboxEntry#repeats} is from now on
     * @return whether the claim was still valid
     */
    boolean repeating(Claim claim, int repeats);

    /**
     * The request was delivered.
     *
     * @param ticketId the resulting ticket
     * @return whether the claim was still valid
     */
    boolean delivered(Claim claim, String ticketId);

    /**
     * The request was delivered, in another form than it asked for.
     *
     * @param remark what became of it, as a sentence, in {@link OutboxEntry#lastError}
     * @return whether the claim was still valid
     */
    boolean delivered(Claim claim, String ticketId, String remark);

    /**
     * The request is to be retried.
     *
     * @param at when, at most {@link #LONGEST_WAIT} from now
     * @param error the reason, as a sentence
     * @param mayHaveArrived whether part of this attempt arrived, or this is unknown; otherwise the
     *     {@linkplain #repeating repetition} does not count
     * @return whether the claim was still valid
     */
    boolean retryAt(Claim claim, Instant at, String error, boolean mayHaveArrived);

    /**
     * The request is not sent yet, for a reason of ours: nothing of it left, so this claim does not count as an attempt. It is
     * decided again when it is due, when another request for its ticket is accepted, and by {@link #reconsider}.
     *
     * @param at when, at most {@link #LONGEST_WAIT} from now
     * @param reason a sentence, in {@link OutboxEntry#lastError}
     * @return whether the claim was still valid
     */
    boolean postpone(Claim claim, Instant at, String reason);

    /** All waiting requests of the system are due now: what they wait for may have changed. */
    void reconsider(String system);

    /**
     * The kept requests for new tickets whose fields have these values, the newest first, whatever became of them.
     *
     * @param fields at least one
     */
    List<OutboxEntry> submissions(String system, Map<String, String> fields);

    /**
     * The open requests of the ticket with this name, in their order.
     *
     * @param name an {@code externalId} or a {@code ticketId}
     */
    List<OutboxEntry> open(String system, String name);

    /**
     * The request and those behind it are not sent at all: they are {@link RequestState#DISCARDED}, together. Those that are no longer
     * waiting are unchanged.
     *
     * @param behind open ones of the same ticket
     * @param reason a sentence, in {@link OutboxEntry#lastError} of each
     * @return whether the claim was still valid
     */
    boolean takeBack(Claim claim, List<OutboxEntry> behind, String reason);

    /**
     * The request needs a person.
     *
     * @param mayHaveArrived whether part of this attempt arrived, or this is unknown
     * @return whether the claim was still valid
     */
    boolean block(Claim claim, String error, boolean mayHaveArrived);

    /**
     * A person retries a blocked or discarded request, at once; earlier repetitions no longer
     * count. Empty if it is neither.
     */
    Optional<OutboxEntry> retry(String system, long id);

    /** A person discards a waiting or blocked request. Empty if it is neither. */
    Optional<OutboxEntry> discard(String system, long id);

    Optional<OutboxEntry> find(String system, long id);

    /** Open requests first, oldest first; then the others, newest first. At most {@code limit}. */
    List<OutboxEntry> entries(String system, int limit);

    /**
     * The requests for one ticket, newest first, whatever became of them.
     *
     * @param names the ids by which requests may name it: its {@code ticketId} and its {@code externalId}, as far as known
     * @param limit the maximum number
     */
    List<OutboxEntry> entriesOf(String system, Set<String> names, int limit);

    OutboxCounts counts(String system);

    /**
     * Delivered updates of this ticket, newest first.
     *
     * @param limit the maximum number
     */
    List<OutboxEntry> deliveredUpdates(String system, String ticketId, int limit);
}
