/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

/**
 * The result of asking ETMS for one ticket. Unknown is not absent: a ticket created after an unclear answer may be a duplicate.
 */
public sealed interface Lookup {

    record Found(FoundTicket ticket) implements Lookup {}

    /** ETMS reports that the ticket does not exist. */
    record Absent() implements Lookup {}

    /**
     * The response does not show whether the ticket exists.
     *
     * @param why the reason as a sentence
     */
    record Unclear(String why) implements Lookup {}
}
