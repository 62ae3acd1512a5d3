/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

/** The result of asking ETMS to create a ticket. */
public sealed interface Created {

    /**
     * ETMS created the ticket.
     *
     * @param ticketId its id; empty if the response contains no readable id
     */
    record Made(String ticketId) implements Created {}

    /**
     * ETMS created no ticket because one exists already. The existing ticket may be someone else's: some vendors allow only one
     * open ticket per circuit.
     *
     * @param ticketId the id of the existing ticket; empty if ETMS did not return it
     * @param said the text of ETMS's response; empty if there is none
     */
    record Exists(String ticketId, String said) implements Created {}

    /**
     * ETMS refuses this ticket, and not us.
     *
     * @param said the text of ETMS's response; empty if there is none
     */
    record Refused(String said) implements Created {}
}
