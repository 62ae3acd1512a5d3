/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import java.util.List;
import java.util.Map;

/**
 * Realistic equipment of a site: the modem depends on the NMS, the antenna's size on the link, de-icing on the climate.
 */
record Outdoor(String nms, String metres, int tier, boolean deIce) {
    private static final Map<String, List<String>> MODEMS = Map.of(
            "iDirect Pulse", List.of("iQ Desktop", "iQ 200 Rackmount", "X7-ER"),
            "iDirect Evolution", List.of("Evolution X1 Outdoor", "Evolution X5", "Evolution X7"),
            "Hughes Jupiter", List.of("HT2010", "HT2500", "HT2600"),
            "Gilat SkyEdge IV", List.of("Taurus-M", "Gemini-i", "Capricorn-4"),
            "ST Engineering Dialog", List.of("MDM2210", "MDM3310", "MDM5010"),
            "Comtech UHP", List.of("UHP-200", "UHP-260"));
    private static final Map<String, List<String>> ANTENNAS = Map.of(
            "0.98", List.of("Skyware Global 98cm"),
            "1.2", List.of("Prodelin 1132", "Skyware Global Type 125"),
            "1.8", List.of("Prodelin 1183", "General Dynamics 3180"),
            "2.4", List.of("Prodelin 1251", "General Dynamics 3244"));
    private static final List<String> BUCS = List.of(
            "NJRC NJT8304 4W Ku",
            "Terrasat IBUC 8W Ku",
            "Codan 6908 8W Ku",
            "Norsat 7040STC 4W Ka",
            "NJRC NJT5218 5W C");
    private static final List<String> LNBS =
            List.of("Norsat 1008XHB", "NJRC NJR2843E", "Norsat 9000XBN", "SMW Q-PLL Type O");

    static Outdoor at(Line line, Dice dice) {
        // random numbers of the device would give one circuit's parts different sizes; the circuit's number gives all
        // the same
        int tier = line.circuit() % 4;
        String metres = List.of("0.98", "1.2", "1.8", "2.4").get(tier);
        boolean cold = Math.abs(line.place().latitude()) > 43;
        return new Outdoor(line.nms(), metres, tier, cold && dice.perMille(750));
    }

    String device(String type) {
        return switch (type) {
            case "Antenna" -> metres + " Meter Tier-" + Math.max(1, tier);
            case "Modem" -> "VSAT Modem, " + nms;
            case "BUC" -> tier < 2 ? "4W BUC" : "8W BUC";
            default -> "PLL LNB";
        };
    }

    String model(String type, Dice dice) {
        return switch (type) {
            case "Antenna" -> dice.pick(ANTENNAS.get(metres));
            case "Modem" -> dice.pick(MODEMS.get(nms));
            case "BUC" -> dice.pick(BUCS);
            default -> dice.pick(LNBS);
        };
    }
}
