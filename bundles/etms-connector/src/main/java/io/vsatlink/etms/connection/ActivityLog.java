/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.remote.failure.VendorException;
import java.util.List;
import java.util.Optional;

/**
 * The activity log of a ticket, oldest entry first.
 *
 * @param problems one sentence for each part that could not be read; empty if the log is complete
 * @param failure the failure that ended the reading early; empty if there was none
 */
public record ActivityLog(List<Activity> activities, List<String> problems, Optional<VendorException> failure) {

    public ActivityLog {
        activities = List.copyOf(activities);
        problems = List.copyOf(problems);
    }
}
