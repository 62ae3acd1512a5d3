/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

/**
 * A real city. {@code state} is empty if addresses do not contain one, {@code postalPattern} if there are no postal
 * codes.
 */
public record City(
        String name,
        String state,
        Country country,
        double latitude,
        double longitude,
        String timeZone,
        String postalPattern,
        String shortName) {}
