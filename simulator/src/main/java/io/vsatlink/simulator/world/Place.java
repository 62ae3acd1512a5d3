/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

/** Where a location is and whose it is. */
public record Place(int number, Company company, City city, double latitude, double longitude) {

    /** Short name of the site in host names and aliases, for instance HOU0412. */
    public String code() {
        // every circuit and device asks; String.format alone would take a third of their time
        String digits = Integer.toString(10_000 + number % 10_000);
        return city.shortName() + digits.substring(1);
    }
}
