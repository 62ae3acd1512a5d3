/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.duty;

/** What only one container does at a time. */
public enum DutyKind {
    /** Polls an element's listings; the subject is the element. */
    POLL,
    /** Reads the tickets of a ticketing system and reports their changes; the subject is the system. */
    FRONT,
    /** Writes an exporter's files; the subject is their folder. */
    EXPORT,
    /** Prunes the history; the subject is empty. */
    PRUNE
}
