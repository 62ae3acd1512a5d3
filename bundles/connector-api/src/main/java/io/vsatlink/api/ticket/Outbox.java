package io.vsatlink.api.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The accepted requests that a platform has not got yet, and for a while those that it has. Implemented by
 * {@code vsat-store}; elements accept into it, backends deliver from it. Thread-safe; every method throws
 * {@link io.vsatlink.api.store.StoreException}.
 *
 * <p><b>Order.</b> The requests of one ticket go in the order of their acceptance, one at a time: none is claimed while
 * an earlier one waits, is being sent or is blocked. A ticket is known by its {@code externalId} and, once a delivery
 * told it, by its {@code ticketId} too; from then on requests by either name are in one order.
 *
 * <p><b>Once.</b> A claim is an attempt. Whatever becomes of the process, the request stays until an outcome is
 * recorded, and a later claim says that an earlier attempt may have arrived. Who holds a claim that was given to another
 * meanwhile can record nothing.
 *
 * <p><b>Time.</b> When a request is due is kept by the wall clock, because that survives a restart. A wall clock may be
 * set back: what is due further ahead than {@link #LONGEST_WAIT} is due now, and {@link #waited} tells whose wait is over
 * by a clock that nobody sets.
 */
@ProviderType
public interface Outbox {

    /** No request waits longer for its next attempt. */
    Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /**
     * Accepts a request, in one transaction: when this returns, it is safe. An equal reference of a
     * {@link RequestKind#SUBMIT}, or an equal request id of another kind that is not empty, is a duplicate, and the first
     * one's receipt is returned.
     *
     * @param ticketId the ticket's id where the caller knows it, else empty
     */
    Receipt accept(String system, TicketRequest request, String ticketId);

    /** Makes void what this element, or an earlier run of its process, had claimed. To be called before the first claim. */
    void startOver(Claimant claimant);

    /**
     * Claims what is due, the oldest first.
     *
     * @param limit at most so many, each of another ticket
     */
    List<Claim> claim(String system, Claimant claimant, int limit);

    /**
     * The wait for the next attempt is over for these, whatever the wall clock says; those that are not waiting any more
     * are left as they are.
     */
    void waited(String system, Collection<Long> ids);

    /**
     * The platform is about to be asked again to make what may have arrived already. Kept before the call leaves, so that
     * it is counted whatever becomes of the process.
     *
     * @param repeats what {@link OutboxEntry#repeats} is from now on
     * @return whether the claim still held
     */
    boolean repeating(Claim claim, int repeats);

    /**
     * The platform has it.
     *
     * @param ticketId the ticket it ended in
     * @return whether the claim still held
     */
    boolean delivered(Claim claim, String ticketId);

    /**
     * It is to be tried again.
     *
     * @param at when, at most {@link #LONGEST_WAIT} from now
     * @param error why, as a sentence
     * @param mayHaveArrived whether some of this attempt arrived, or nobody knows; else what it
     *     {@linkplain #repeating repeated} does not count
     * @return whether the claim still held
     */
    boolean retryAt(Claim claim, Instant at, String error, boolean mayHaveArrived);

    /**
     * Only a person can help.
     *
     * @param mayHaveArrived whether some of this attempt arrived, or nobody knows
     * @return whether the claim still held
     */
    boolean block(Claim claim, String error, boolean mayHaveArrived);

    /**
     * A person has a blocked or discarded request tried again, at once, and what was repeated before does not count any
     * more. Empty where it is neither.
     */
    Optional<OutboxEntry> retry(String system, long id);

    /** A person gives up a request that waits or is blocked. Empty where it is neither. */
    Optional<OutboxEntry> discard(String system, long id);

    Optional<OutboxEntry> find(String system, long id);

    /** Requests that are not over first, the oldest first; then the others, the newest first. At most {@code limit}. */
    List<OutboxEntry> entries(String system, int limit);

    OutboxCounts counts(String system);

    /**
     * Updates of this ticket that the platform has got, the newest first.
     *
     * @param limit at most so many
     */
    List<OutboxEntry> deliveredUpdates(String system, String ticketId, int limit);
}
