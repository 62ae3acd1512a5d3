/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.frontend;

import io.vsatlink.api.ticket.TicketingException;
import io.vsatlink.api.ticket.TicketingSystem;
import java.util.List;

/**
 * A ticketing system in which users also work, so that it is queried for their changes. All calls come from the thread that
 * calls {@code tell}.
 */
public interface PolledTicketing extends TicketingSystem {

    /** The ETMS tickets that are open there as far as we know; empty while queries are not wanted. */
    List<String> open();

    /**
     * Queries the state of a ticket and acts on it once. The ticket may be unknown to us, because another element may have
     * created it.
     *
     * @throws TicketingException if the query failed and is to be repeated
     */
    void ask(String ticketId) throws TicketingException;
}
