/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.remote.CallAnswer;
import java.util.List;

/**
 * What one call gave of an activity log.
 *
 * @param problems what of it could not be read, a sentence each
 * @param rest what it leaves out
 */
public record LogPart(List<Activity> activities, List<String> problems, CallAnswer.Rest rest) {

    public LogPart {
        activities = List.copyOf(activities);
        problems = List.copyOf(problems);
    }
}
