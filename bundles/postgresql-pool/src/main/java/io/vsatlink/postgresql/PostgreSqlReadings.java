/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import io.vsatlink.api.element.Health;
import io.vsatlink.parameters.ElementReadings;
import io.vsatlink.parameters.Reading;

/** The readings of the connections to PostgreSQL at one moment, each defined only here. */
public record PostgreSqlReadings(
        Health condition,
        String configurationProblems,
        @Reading(value = "Connections that are in use", unit = "connections") long connectionsInUse,
        @Reading(value = "Open connections that nobody uses", unit = "connections") long connectionsIdle,
        @Reading(value = "Threads that wait for a connection", unit = "threads") long connectionsWaitedFor)
        implements ElementReadings {}
