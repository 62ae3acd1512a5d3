/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

/** A real city; {@code state} is empty where addresses do not name one, {@code postalPattern} where there are no codes. */
public record City(
        String name,
        String state,
        Country country,
        double latitude,
        double longitude,
        String timeZone,
        String postalPattern,
        String shortName) {}
