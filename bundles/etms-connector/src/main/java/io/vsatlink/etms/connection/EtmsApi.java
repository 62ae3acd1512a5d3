/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.kit.sync.PageSource;
import io.vsatlink.remote.AnswerPart;
import io.vsatlink.remote.RemoteClient;
import io.vsatlink.remote.VendorException;
import java.util.Map;
import java.util.Optional;

/** ETMS, as this connector needs it. Thread-safe. Every call blocks and is made once. */
public interface EtmsApi extends RemoteClient {
    /** How many tickets are asked for at a time. */
    int TICKETS_A_PAGE = 200;

    /** The pages of the ticket list. Cutting them short leaves other calls alone. Calls nobody yet. */
    PageSource tickets();

    Lookup ticket(String ticketId) throws VendorException;

    Lookup ticketByExternalId(String externalId) throws VendorException;

    /** Part of the activity log, oldest first; empty where there is no such ticket. {@link LogReading} reads all. */
    Optional<LogPart> activities(String ticketId, AnswerPart part) throws VendorException;

    /** What can be written at all. Calls nobody. */
    FieldRules rules();

    /**
     * Makes a ticket.
     *
     * @param fields beside the external id, by our names, each of its column's type
     */
    Created create(String externalId, Map<String, Object> fields) throws VendorException;

    /** Changes fields of a ticket. */
    Written update(String ticketId, Map<String, Object> fields) throws VendorException;

    /** Adds a note. */
    Written note(String ticketId, String text, String externalId) throws VendorException;

    /** Sets the status that ends a ticket. */
    Written end(String ticketId) throws VendorException;
}
