/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

/**
 * The author of a change.
 *
 * @param session the number of the author's session, from 1; 0 for the vendor's own staff
 * @param correlationId the correlation id of the call; empty for the vendor's own staff
 */
public record Author(String name, int session, String correlationId) {

    static Author ofTheDesk(String name) {
        return new Author(name, 0, "");
    }
}
