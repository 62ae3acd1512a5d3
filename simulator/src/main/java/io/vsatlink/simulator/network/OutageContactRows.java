/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import java.util.List;
import java.util.Map;

/** The rows of contacts for an outage of a circuit, first priority first. */
record OutageContactRows(Facts facts) implements RowMaker {
    static final Keys KEYS = new Keys("OC", 50021, 2);
    private static final List<String> HOURS = List.of(
            "24x7",
            "24x7",
            "Mon-Fri 08:00-17:00",
            "Mon-Fri 07:30-16:00 local",
            "Mon-Sat 06:00-22:00",
            "after hours only",
            "Sun-Thu 08:00-16:00");

    @Override
    public String path() {
        return "outage-contacts";
    }

    @Override
    public String keyField() {
        return "outageContactId";
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
        return List.of("hours", "priority");
    }

    @Override
    public void fill(int number, Dice dice, Map<String, Object> fields) {
        Links.Member member = facts.links().outageContact(number);
        int priority = member.slot() + 1;
        int contact = facts.links().contactOf(member.circuit(), priority);
        fields.put("circuitId", CircuitRows.KEYS.reference(dice, member.circuit()));
        fields.put("contactId", ContactInfoRows.KEYS.reference(dice, contact));
        fields.put("priority", dice.perMille(30) ? dice.between(1, 5) : priority);
        fields.put("hours", dice.perMille(80) ? null : dice.pick(HOURS));
    }
}
