/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.remote.VendorException;
import java.util.List;
import java.util.Optional;

/**
 * The activity log of a ticket, oldest first.
 *
 * @param problems what of it could not be read, a sentence each; empty where this is all of it
 * @param failure what ended the reading early
 */
public record ActivityLog(List<Activity> activities, List<String> problems, Optional<VendorException> failure) {

    public ActivityLog {
        activities = List.copyOf(activities);
        problems = List.copyOf(problems);
    }
}
