/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of antenna, BUC, LNB and modem of each circuit, as far as they were recorded. */
record DeviceRows(Facts facts) implements RowMaker {
    static final Keys KEYS = new Keys("D-", 60002, 3);
    private static final List<String> TYPES = List.of("Modem", "Antenna", "BUC", "LNB");

    @Override
    public String path() {
        return "devices";
    }

    @Override
    public String keyField() {
        return "deviceId";
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
        return List.of("serialNumber", "model");
    }

    @Override
    public void fill(int number, Dice dice, Map<String, Object> fields) {
        Links.Member member = facts.links().device(number);
        Line line = facts.line(member.circuit());
        String type = TYPES.get(member.slot() % TYPES.size());
        Outdoor outdoor = Outdoor.at(line, dice);
        fields.put("circuitId", CircuitRows.KEYS.reference(dice, member.circuit()));
        fields.put("type", type);
        fields.put("device", outdoor.device(type));
        fields.put("model", outdoor.model(type, dice));
        fields.put(
                "serialNumber",
                dice.perMille(80) ? null : dice.fill(dice.pick(List.of("########", "?##-#####", "S/N ??#####"))));
        fields.put("dnsEntityName", type.equals("Modem") ? "modem." + line.hostName() : null);
        fields.put("isDeIce", type.equals("Antenna") && outdoor.deIce());
        if (type.equals("Modem")) {
            fields.put("interfaces", interfaces(member.circuit(), dice));
        } else if (dice.perMille(700)) {
            fields.put("interfaces", List.of());
        }
    }

    private static List<Map<String, Object>> interfaces(int circuit, Dice dice) {
        List<Map<String, Object>> interfaces = new ArrayList<>();
        int ports = dice.pick(List.of(1, 1, 1, 2, 2, 3, 0));
        for (int port = 0; port < ports; port++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("type", port == 0 ? "Management" : dice.pick(List.of("LAN", "Voice", "Guest")));
            one.put("circuitPath", dice.pick(List.of("Primary", "Primary", "Backup")) + "/eth0." + (100 + port));
            one.put("vlan", dice.perMille(50) ? null : 100 + port);
            one.put(
                    "ipAddress",
                    port == 0 ? Facts.managementIp(circuit) : dice.fill("192.168.1#.") + dice.between(1, 254));
            one.put("subnet", port == 0 ? "255.255.255.248" : "255.255.255.0");
            interfaces.add(one);
        }
        return interfaces;
    }
}
