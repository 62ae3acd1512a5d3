/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

/** What came of asking ETMS for one ticket. Unknown is not absent: what is made again where nobody knows is made twice. */
public sealed interface Lookup {

    record Found(FoundTicket ticket) implements Lookup {}

    /** ETMS says that there is none. */
    record Absent() implements Lookup {}

    /**
     * What ETMS says leaves it open.
     *
     * @param why a sentence
     */
    record Unclear(String why) implements Lookup {}
}
