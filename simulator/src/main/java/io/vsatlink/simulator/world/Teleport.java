/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

/** A real earth station and the (made-up) name of the hub in it. */
public record Teleport(String name, String countryCode, double latitude, double longitude, String hub) {

    /** Squared degrees are enough to tell which of two is nearer; the date line is minded, the poles are not. */
    double distance(double toLatitude, double toLongitude) {
        double across = Math.abs(longitude - toLongitude);
        double east = Math.min(across, 360 - across);
        double north = latitude - toLatitude;
        return east * east + north * north;
    }
}
