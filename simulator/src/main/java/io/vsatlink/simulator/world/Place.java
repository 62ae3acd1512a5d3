package io.vsatlink.simulator.world;

import java.util.Locale;

/** Where a location is and whose it is. */
public record Place(int number, Company company, City city, double latitude, double longitude) {

    /** Short name of the site in host names and aliases, for instance {@code hou0412}. */
    public String code() {
        return city.shortName() + String.format(Locale.ROOT, "%04d", number % 10_000);
    }
}
