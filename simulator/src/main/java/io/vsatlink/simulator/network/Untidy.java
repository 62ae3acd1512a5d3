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

/** Adds the irregularities of real data: a field is null, empty, missing, or not in the contract. */
final class Untidy {
    private Untidy() {}

    static void spoil(Dice dice, String keyField, Map<String, Object> fields) {
        if (dice.perMille(110)) {
            spoilOne(dice, keyField, fields);
        }
        if (dice.perMille(30)) {
            addUnknown(dice, fields);
        }
    }

    private static void spoilOne(Dice dice, String keyField, Map<String, Object> fields) {
        List<String> names = new ArrayList<>(fields.keySet());
        names.remove(keyField);
        String name = dice.pick(names);
        switch (dice.below(10)) {
            case 0, 1, 2 -> fields.remove(name);
            case 3, 4 -> fields.computeIfPresent(name, (field, value) -> emptied(field, value));
            default -> fields.put(name, null);
        }
    }

    /** Only text can be empty. Times are excluded, because an empty time can't be parsed. */
    private static Object emptied(String field, Object value) {
        boolean time = field.equals("lastModified") || field.endsWith("Date");
        return value instanceof String && !time ? "" : value;
    }

    private static void addUnknown(Dice dice, Map<String, Object> fields) {
        switch (dice.below(4)) {
            case 0 -> fields.put("portalNote", dice.pick(List.of("migrated from legacy portal", "see CR-20418", "")));
            case 1 -> fields.put("riskScore", dice.between(0, 1000) / 10.0);
            case 2 -> {
                Map<String, Object> audit = new LinkedHashMap<>();
                audit.put("changedBy", dice.pick(List.of("svc-provisioning", "j.müller", "batch#7")));
                audit.put("ticket", dice.perMille(300) ? null : dice.fill("CHG00#####"));
                audit.put("approved", dice.perMille(800));
                fields.put("audit", audit);
            }
            default ->
                fields.put("tags", dice.pick(List.of(List.of(), List.of("vip"), List.of("seasonal", "5G backup"))));
        }
    }
}
