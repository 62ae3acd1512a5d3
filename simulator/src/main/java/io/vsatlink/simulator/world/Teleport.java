/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

/** A real earth station and the (fictitious) name of its hub. */
public record Teleport(String name, String countryCode, double latitude, double longitude, String hub) {

    /**
     * Returns the squared distance in degrees, which is sufficient to find the nearer of two. It considers the date
     * line, but not the poles.
     */
    double distance(double toLatitude, double toLongitude) {
        double across = Math.abs(longitude - toLongitude);
        double east = Math.min(across, 360 - across);
        double north = latitude - toLatitude;
        return east * east + north * north;
    }
}
