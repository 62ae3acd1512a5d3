/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import java.util.List;
import java.util.Map;

/** The rows of equipment at a site that belongs to no single circuit. */
record LocationEquipmentRows(Facts facts) implements RowMaker {
    static final Keys KEYS = new Keys("EQ-", 20300, 4);
    private static final List<List<String>> KIT = List.of(
            List.of("UPS", "1500 VA Rack UPS", "APC SMT1500RM2U"),
            List.of("UPS", "3000 VA Tower UPS", "Eaton 5PX 3000"),
            List.of("Router", "Branch Router", "Cisco ISR4331"),
            List.of("Router", "Ruggedized Router", "Cisco IR1101"),
            List.of("Switch", "24-Port PoE Switch", "Aruba 2930F"),
            List.of("Firewall", "Site Firewall", "FortiGate 60F"),
            List.of("Mount", "Non-Penetrating Roof Mount 1.2m", "Baird NPR-120"),
            List.of("Mount", "4\" Ground Pole, 2 m", "Generic"),
            List.of("De-Ice Controller", "Snow/Ice Sensor", "Walton DI-12"),
            List.of("LTE Backup", "LTE Gateway", "Cradlepoint E300"),
            List.of("Cabinet", "Outdoor Cabinet 12U", "Rittal TS 8"));

    @Override
    public String path() {
        return "location-equipments";
    }

    @Override
    public String keyField() {
        return "equipmentId";
    }

    @Override
    public Keys keys() {
        return KEYS;
    }

    @Override
    public boolean shuffled() {
        return true;
    }

    @Override
    public List<String> changeable() {
        return List.of("quantity", "serialNumber");
    }

    @Override
    public void fill(int number, Dice dice, Map<String, Object> fields) {
        List<String> kit = dice.pick(KIT);
        int location = facts.links().locationOfEquipment(number);
        fields.put("locationId", LocationRows.KEYS.reference(dice, location));
        fields.put("type", kit.get(0));
        fields.put("device", kit.get(1));
        fields.put("model", kit.get(2));
        fields.put("serialNumber", dice.perMille(150) ? null : dice.fill("??#######?"));
        fields.put("quantity", dice.perMille(850) ? 1 : dice.between(2, 6));
    }
}
