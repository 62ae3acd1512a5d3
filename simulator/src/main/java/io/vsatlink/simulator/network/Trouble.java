/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import java.util.List;

/**
 * A problem in the words of the people who open tickets.
 *
 * @param ofCircuit true for a problem of one circuit; false for one of a resource that many circuits share
 * @param place the circuit's host, or the shared resource
 */
record Trouble(String category, boolean ofCircuit, String place, String summary, String description) {
    private static final List<String> KINDS =
            List.of("Up/Down", "Up/Down", "Up/Down", "Performance", "Performance", "Network Connectivity");
    private static final List<String> UNKNOWN_CATEGORIES =
            List.of("Scheduled Maintenance", "Circuit Flapping", "circuit up/down", "Billing");
    private static final List<String> SHARED = List.of(
            "Teleport Raisting / Hub 3", "Gateway Ashburn", "Transponder 14H", "NMS iDirect Pulse", "PoP Frankfurt");
    private static final List<String> CAUSES = List.of(
            "Modem does not answer since 3 polls.",
            "Es/N0 below threshold for 15 minutes; rain in the area.",
            "Site reports a power cut.\nGenerator runs until evening.",
            "BGP session to the hub is down; antenna in lock.",
            "Packet loss 12 %, \"jittery\" voice, <see attachment>.",
            "Kein Strom am Standort – Rückruf erbeten ☎");
    private static final List<String> PEOPLE =
            List.of("j.alvarez", "m.okafor", "s.lindqvist", "NOC Tier 2", "portal", "h.tanaka", "d.müller");

    static Trouble of(Line line, Dice dice) {
        boolean ofCircuit = dice.perMille(820);
        String kind = dice.pick(KINDS);
        String place = ofCircuit ? line.hostName() : dice.pick(SHARED);
        String category = (ofCircuit ? "Circuit " : "Infrastructure ") + kind;
        return new Trouble(
                dice.perMille(25) ? dice.pick(UNKNOWN_CATEGORIES) : category,
                ofCircuit,
                place,
                word(kind) + " " + place,
                dice.pick(CAUSES));
    }

    static String person(Dice dice) {
        return dice.pick(PEOPLE);
    }

    private static String word(String kind) {
        return switch (kind) {
            case "Up/Down" -> "DOWN:";
            case "Performance" -> "Degraded:";
            default -> "No route to";
        };
    }
}
