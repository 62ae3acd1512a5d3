/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

/** When the container is killed. */
enum Moment {
    /** At any time between the start of the poll and the end of the following export. */
    ANY_TIME,
    /** When all files of an export are complete and are being renamed. */
    FILES_ARE_NAMED,
    /** When a user accepts a held poll. */
    HELD_IS_ACCEPTED
}
