package io.vsatlink.etms.connection;

import java.util.List;

/**
 * The activity log of a ticket, oldest first.
 *
 * @param problems what of it could not be read, a sentence each; empty where this is all of it
 */
public record ActivityLog(List<Activity> activities, List<String> problems) {

    public ActivityLog {
        activities = List.copyOf(activities);
        problems = List.copyOf(problems);
    }
}
