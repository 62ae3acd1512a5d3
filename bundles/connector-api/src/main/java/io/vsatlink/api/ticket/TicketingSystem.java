/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The ticketing of the monitoring platform, which receives the changes of tickets. Called by a frontend, on one thread,
 * in the order of the generations. A change may be repeated after a crash; none is omitted.
 */
@ConsumerType
public interface TicketingSystem {

    /** The key of its position in the mirror's history: the same after a restart. */
    String follower();

    /**
     * Reports a change.
     *
     * @throws TicketingException if it could not be reported and is to be retried
     */
    void tell(TicketChange change) throws TicketingException;
}
