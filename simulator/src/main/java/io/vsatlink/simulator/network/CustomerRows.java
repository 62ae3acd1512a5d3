/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import io.vsatlink.simulator.world.Company;
import java.util.List;
import java.util.Map;

/** The rows of the companies that rent the circuits. */
record CustomerRows(Facts facts) implements RowMaker {
    static final Keys KEYS = new Keys("", 100417, 7);

    @Override
    public String path() {
        return "customers";
    }

    @Override
    public String keyField() {
        return "customerNumber";
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
        return List.of("customerName", "gchId", "espCustomerName");
    }

    @Override
    public void fill(int number, Dice dice, Map<String, Object> fields) {
        Company company = facts.company(number);
        String name = company.legalName();
        fields.put("customerName", dice.perMille(40) ? name + dice.pick(List.of(" (Retail)", " - Intl", " #2")) : name);
        fields.put("espCustomerName", dice.perMille(30) ? null : company.name());
        fields.put("espCustomerShortName", company.shortName());
        fields.put("vrfName", company.vrf());
        fields.put("gchId", dice.fill("GCH########"));
    }
}
