/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.ticket.TicketingException;
import io.vsatlink.api.ticket.TicketingSystem;
import java.util.List;

/** A ticketing system that people work in as well, so that it is asked what they did. All on the thread that tells it. */
public interface PolledTicketing extends TicketingSystem {

    /** The ETMS tickets that are open there as far as we know; none while nobody wants to know. */
    List<String> open();

    /**
     * Asks what became of a ticket, and acts on it once; also of one that we do not know to be there, for another element
     * may have made it.
     *
     * @throws TicketingException where it could not be asked and is to be asked again
     */
    void ask(String ticketId) throws TicketingException;
}
