/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import io.vsatlink.api.element.Health;

/** The readings that every element has. Implemented by the immutable record of all readings of an element. */
public interface ElementReadings {

    /** The subject of two of these readings. */
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
