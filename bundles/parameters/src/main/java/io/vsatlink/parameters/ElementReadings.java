package io.vsatlink.parameters;

import io.vsatlink.api.element.Health;

/** The readings that every element has. */
public interface ElementReadings {

    /** What two of them tell. */
    Health health();

    @Reading("Problems of the configuration, one sentence each; empty = the whole configuration is in force")
    String getConfigurationProblems();

    @Reading(value = "OK, Warning or Critical", notified = true, states = Health.Level.class)
    default String getHealth() {
        return health().level().label();
    }

    @Reading("The reason for the health, problems first")
    default String getHealthReason() {
        return health().reason();
    }
}
