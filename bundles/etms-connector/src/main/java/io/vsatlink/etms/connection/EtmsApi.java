/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.kit.sync.PageSource;
import io.vsatlink.remote.AnswerPart;
import io.vsatlink.remote.RemoteClient;
import io.vsatlink.remote.failure.VendorException;
import java.util.Map;
import java.util.Optional;

/** The calls to ETMS that this connector needs. Thread-safe. Every call blocks and is made once, without retries. */
public interface EtmsApi extends RemoteClient {
    /** The number of tickets requested per page. */
    int TICKETS_A_PAGE = 200;

    /** The pages of the ticket list. Creating it makes no call. Aborting its calls does not affect other calls. */
    PageSource tickets();

    Lookup ticket(String ticketId) throws VendorException;

    Lookup ticketByExternalId(String externalId) throws VendorException;

    /**
     * A part of the activity log, oldest entry first; empty if the ticket does not exist. {@link LogReading} reads the whole
     * log.
     */
    Optional<LogPart> activities(String ticketId, AnswerPart part) throws VendorException;

    /** The fields and values that can be written. Makes no call. */
    FieldRules rules();

    /**
     * Creates a ticket.
     *
     * @param fields all fields except the external id, by our names; each value has its column's type
     */
    Created create(String externalId, Map<String, Object> fields) throws VendorException;

    /** Changes fields of a ticket. The field names are ours. */
    Written update(String ticketId, Map<String, Object> fields) throws VendorException;

    /** Adds a note. */
    Written note(String ticketId, String text, String externalId) throws VendorException;

    /**
     * Sets the status that closes a ticket.
     *
     * @param text the reason; sent only if {@link FieldRules#closesWithText}
     */
    Written end(String ticketId, String text) throws VendorException;
}
