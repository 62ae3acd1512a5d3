package io.vsatlink.parameters;

import io.vsatlink.api.element.Health;

/** The readings that every element has. */
public interface ElementReadings {

    /** What two of them tell. */
    Health health();

    @Reading("What is wrong with the configuration, one sentence a problem; empty means that all of it is in force")
    String getConfigurationProblems();

    @Reading(value = "OK, Warning or Critical", notified = true, states = Health.Level.class)
    default String getHealth() {
        return health().level().label();
    }

    @Reading("Why the health is what it is, what is wrong first")
    default String getHealthReason() {
        return health().reason();
    }
}
