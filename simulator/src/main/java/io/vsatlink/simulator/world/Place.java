/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

/** A location and its owner. */
public record Place(int number, Company company, City city, double latitude, double longitude) {

    /** Returns the short name of the site in host names and aliases, for instance HOU0412. */
    public String code() {
        // called for every circuit and device; String.format alone would need a third of their time
        String digits = Integer.toString(10_000 + number % 10_000);
        return city.shortName() + digits.substring(1);
    }
}
