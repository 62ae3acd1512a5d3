/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import io.vsatlink.api.element.Health;

/** The readings that every element has. Implemented by the record of all that an element has, which is immutable. */
public interface ElementReadings {

    /** What two of them are of. */
    Health condition();

    @Reading("Problems of the configuration, one sentence each; empty = the whole configuration is in force")
    String configurationProblems();

    @Reading(value = "OK, Warning or Critical", notified = true)
    default Health.Level health() {
        return condition().level();
    }

    @Reading("The reason for the health, problems first")
    default String healthReason() {
        return condition().reason();
    }
}
