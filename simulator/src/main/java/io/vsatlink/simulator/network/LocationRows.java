/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import io.vsatlink.simulator.world.City;
import io.vsatlink.simulator.world.Oddities;
import io.vsatlink.simulator.world.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** The rows of sites with an antenna. */
record LocationRows(Facts facts) implements RowMaker {
    static final Keys KEYS = new Keys("L", 38214, 3);
    private static final List<String> KINDS =
            List.of("Site", "Branch", "Station", "Depot", "Terminal", "Camp", "Rig", "Store", "Plant", "Clinic");

    @Override
    public String path() {
        return "locations";
    }

    @Override
    public String keyField() {
        return "locationId";
    }

    @Override
    public Keys keys() {
        return KEYS;
    }

    @Override
    public boolean shuffled() {
        return false;
    }

    @Override
    public List<String> changeable() {
        return List.of("streetAddress1", "postalCode", "espLocationName");
    }

    @Override
    public void fill(int number, Dice dice, Map<String, Object> fields) {
        Place place = facts.place(number);
        City city = place.city();
        String name = city.name() + " " + dice.pick(KINDS) + " " + dice.between(1, 99);
        fields.put(
                "customerNumber",
                CustomerRows.KEYS.reference(dice, place.company().number()));
        fields.put("espLocationName", Oddities.siteName(dice, name));
        fields.put(
                "streetAddress1",
                Oddities.street(dice, city.country().language().street(dice)));
        fields.put("city", city.name());
        fields.put("stateProvince", city.state().isEmpty() ? null : city.state());
        fields.put("country", city.country().name());
        fields.put("postalCode", city.postalPattern().isEmpty() ? null : dice.fill(city.postalPattern()));
        int digits = dice.perMille(300) ? 4 : 6;
        fields.put("latitude", decimal(place.latitude(), digits));
        fields.put("longitude", decimal(place.longitude(), digits));
        fields.put("timeZone", city.timeZone());
    }

    private static BigDecimal decimal(double degrees, int digits) {
        return BigDecimal.valueOf(degrees).setScale(digits, RoundingMode.HALF_UP);
    }
}
