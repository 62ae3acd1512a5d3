/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

/** What came of asking ETMS to make a ticket. */
public sealed interface Created {

    /**
     * It was made.
     *
     * @param ticketId empty where the answer does not say it in a way that can be read
     */
    record Made(String ticketId) implements Created {}

    /**
     * ETMS has made none, for there is one already. It may be somebody else's: some vendors allow one open ticket of a
     * circuit.
     *
     * @param ticketId of the one that is there, empty where that was not said
     * @param said ETMS's own words, empty where there are none
     */
    record Exists(String ticketId, String said) implements Created {}
}
