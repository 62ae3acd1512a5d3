/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

/**
 * Who writes.
 *
 * @param session the login by which he came, counted from 1; 0 for the vendor's own people
 * @param correlationId the call's; empty for the vendor's own people
 */
public record Author(String name, int session, String correlationId) {

    static Author ofTheDesk(String name) {
        return new Author(name, 0, "");
    }
}
