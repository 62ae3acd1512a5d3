/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

import io.vsatlink.simulator.chance.Dice;
import io.vsatlink.simulator.chance.Shuffle;

/**
 * Generates the n-th location. Neighbouring numbers belong to the same customer, so that a customer's circuits,
 * locations and people are consistent without a table. Some customers have three times as many as others.
 */
public final class Places {
    private final long seed;
    private final int locations;
    private final Shuffle customers;
    private final Companies companies;
    private final Atlas atlas;

    public Places(long seed, int locations, int customers, Companies companies, Atlas atlas) {
        this.seed = seed;
        this.locations = locations;
        this.customers = new Shuffle(seed, customers);
        this.companies = companies;
        this.atlas = atlas;
    }

    /** Numbers from the end on are locations that were added later; they belong to the last customer. */
    public int customerOf(int number) {
        double share = Math.min(number, locations - 1) / (double) locations;
        int rank = (int) (customers.size() * Math.sqrt(share));
        return customers.at(Math.min(rank, customers.size() - 1));
    }

    public Place at(int number) {
        Company company = companies.at(customerOf(number));
        Dice dice = Dice.of(seed, "place", number);
        City city =
                dice.perMille(550) ? dice.pick(atlas.citiesOf(company.home().country())) : dice.pick(atlas.cities());
        double latitude = city.latitude() + (dice.below(400_001) - 200_000) / 1e6;
        double longitude = city.longitude() + (dice.below(400_001) - 200_000) / 1e6;
        return new Place(number, company, city, latitude, longitude);
    }
}
