/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

/** When the kill comes. */
enum Moment {
    /** Some time between the order to poll and the end of the export that follows. */
    ANY_TIME,
    /** When all files of an export are ready, and get their names. */
    FILES_ARE_NAMED,
    /** When a person accepts what is held. */
    HELD_IS_ACCEPTED
}
