/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

/** The kind of an entry in a ticket's activity log. */
public enum ActivityKind {
    CREATED,
    STATUS,
    UPDATE,
    NOTE
}
