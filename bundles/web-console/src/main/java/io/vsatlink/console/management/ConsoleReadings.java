/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.management;

import io.vsatlink.parameters.Reading;

/** The readings of the web console at one moment. Each is defined only here. */
public record ConsoleReadings(
        @Reading(value = "Number of open sessions of the web console", unit = "sessions") long openSessions) {}
