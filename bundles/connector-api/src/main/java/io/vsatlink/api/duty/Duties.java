/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.duty;

/**
 * Assigns each duty to one applicant at a time, among all containers that share a database. Implemented by the store, called by whoever
 * polls, reads tickets, exports or prunes. Thread-safe.
 *
 * <p>A container that stops gives its duties back; one that was killed or suspended loses them after a few seconds. What is
 * written to the store for a duty is checked there: a former holder writes nothing more.
 */
public interface Duties {

    /**
     * Applies for a duty. The first applicant of a container is the next one's predecessor: within a container, too, only one has it.
     *
     * @param changed called soon after the duty may have been gained or lost, on a thread of the store; must return at once. Not called
     *     for what the applicant has as soon as it has applied
     */
    Duty apply(DutyKind kind, String subject, Runnable changed);
}
