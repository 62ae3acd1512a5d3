/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A container as the database knows it.
 *
 * @param name the machine and the container's folder on it; not necessarily unique
 * @param here whether it is the one that was asked
 * @param version of VsatLink; empty if unknown
 * @param since when its process started
 * @param lastHeartbeat when it last renewed its lease, by the database's clock
 * @param works whether its lease has not ended
 * @param clockOffset how far its clock was ahead of the database's then
 * @param duties what it has; by kind and subject
 */
public record Container(
        String name,
        boolean here,
        String version,
        Instant since,
        Instant lastHeartbeat,
        boolean works,
        Duration clockOffset,
        List<HeldDuty> duties) {

    public Container {
        duties = List.copyOf(duties);
    }

    /** A duty that a container has. */
    public record HeldDuty(DutyKind kind, String subject) {}
}
