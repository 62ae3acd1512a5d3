/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import io.vsatlink.simulator.world.Place;
import io.vsatlink.simulator.world.Teleport;
import java.util.List;
import java.util.Map;

/** The rows of each circuit's peak information rate and teleport. */
record EspPirRows(Facts facts) implements RowMaker {
    static final Keys KEYS = new Keys("PIR", 300005, 2);
    private static final List<Integer> PEAKS = List.of(512, 1024, 2048, 2048, 4096, 5120, 10_240, 20_480, 51_200);

    @Override
    public String path() {
        return "esp-pirs";
    }

    @Override
    public String keyField() {
        return "pirId";
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
        return List.of("peakRateKbps", "committedRateKbps");
    }

    @Override
    public void fill(int number, Dice dice, Map<String, Object> fields) {
        // the last circuits have no row and some have two, so that the relation is not one to one
        int circuit = number % 20 == 0 ? number / 20 : number;
        Place place = facts.line(circuit).place();
        List<Teleport> teleports = facts.atlas().teleportsFor(place.city());
        Teleport teleport = teleports.get(dice.perMille(850) ? 0 : 1);
        int peak = dice.pick(PEAKS);
        fields.put("circuitId", CircuitRows.KEYS.reference(dice, circuit));
        fields.put("vrf", place.company().vrf());
        fields.put("teleport", dice.perMille(200) ? teleport.name() + " / " + teleport.hub() : teleport.name());
        fields.put("peakRateKbps", peak);
        fields.put("committedRateKbps", dice.perMille(40) ? 0 : peak / dice.pick(List.of(2, 4, 4, 8, 10)));
    }
}
