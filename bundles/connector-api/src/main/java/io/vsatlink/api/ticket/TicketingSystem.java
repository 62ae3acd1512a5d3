package io.vsatlink.api.ticket;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The ticketing of the monitoring platform, which is told what happens to tickets. Called by a frontend, on one thread,
 * in the order of the generations. A change may come twice after a crash; none is left out.
 */
@ConsumerType
public interface TicketingSystem {

    /** What its place in the mirror's history is kept by: the same after a restart. */
    String follower();

    /**
     * Tells a change.
     *
     * @throws TicketingException where it could not be told and is to be told again
     */
    void tell(TicketChange change) throws TicketingException;
}
