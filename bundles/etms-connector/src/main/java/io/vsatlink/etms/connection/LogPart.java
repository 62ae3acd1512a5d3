/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.remote.CallAnswer;
import java.util.List;

/**
 * The part of an activity log that one call returned.
 *
 * @param problems one sentence for each entry that could not be read
 * @param rest what the response reports about the remaining entries
 */
public record LogPart(List<Activity> activities, List<String> problems, CallAnswer.Rest rest) {

    public LogPart {
        activities = List.copyOf(activities);
        problems = List.copyOf(problems);
    }
}
