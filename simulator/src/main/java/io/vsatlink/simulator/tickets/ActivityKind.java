/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

/** What a line of a ticket's log tells of. */
public enum ActivityKind {
    CREATED,
    STATUS,
    UPDATE,
    NOTE
}
