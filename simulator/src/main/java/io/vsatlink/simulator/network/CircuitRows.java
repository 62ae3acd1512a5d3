/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import io.vsatlink.simulator.world.Place;
import java.util.List;
import java.util.Map;

/** The rows of satellite circuits. A location's second circuit is its standby. */
record CircuitRows(Facts facts) implements RowMaker {
    static final Keys KEYS = new Keys("VS", 910047, 3);
    private static final List<String> MAINTENANCE =
            List.of("24x7x4", "24x7x4", "24x7x8", "8x5xNBD", "8x5xNBD", "Depot Repair", "Customer Maintained", "None");
    private static final List<String> ACCEPTANCE = List.of("Accepted", "Accepted", "Accepted", "Pending", "In Test");

    @Override
    public String path() {
        return "circuits";
    }

    @Override
    public String keyField() {
        return "circuitId";
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
        return List.of("status", "nocStatus", "serviceTier", "maintenanceOption", "acceptanceStatus");
    }

    @Override
    public void fill(int number, Dice dice, Map<String, Object> fields) {
        Line line = facts.line(number);
        Place place = line.place();
        boolean active = dice.perMille(930);
        boolean managed = dice.perMille(880);
        fields.put("vCircuitId", dice.perMille(60) ? null : dice.fill("VC-#?") + (400_000 + number));
        fields.put("circuitAlias", alias(line, dice));
        fields.put("dnsEntityName", line.hostName());
        fields.put("nms", line.nms());
        fields.put("status", active ? "Active" : "Inactive");
        fields.put("nocStatus", managed ? "Managed" : "Unmanaged");
        fields.put("serviceTier", managed ? dice.pick(List.of(3, 3, 2, 2, 2, 1)) : dice.below(2));
        fields.put("maintenanceOption", dice.pick(MAINTENANCE));
        fields.put("serviceType", line.secondary() ? "Secondary" : "Primary");
        fields.put("countryCode", place.city().country().code());
        fields.put(
                "customerNumber",
                CustomerRows.KEYS.reference(dice, place.company().number()));
        fields.put("locationId", LocationRows.KEYS.reference(dice, place.number()));
        fields.put("managementIp", Facts.managementIp(number));
        fields.put("acceptanceStatus", active ? dice.pick(ACCEPTANCE) : "Decommissioned");
        fields.put("tmWorkgroup", "VSAT-TM-" + place.city().country().region());
    }

    private static String alias(Line line, Dice dice) {
        String alias =
                line.place().company().shortName() + "-" + line.place().code() + (line.secondary() ? "-S" : "-P");
        return dice.perMille(20) ? alias + dice.pick(List.of(" (temp)", " \"old\"", ", spare", " – März")) : alias;
    }
}
