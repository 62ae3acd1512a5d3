/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

import io.vsatlink.simulator.chance.Dice;
import java.util.List;

/**
 * Texts that occur in real inventories and break careless programs: quotes, commas, line breaks, spreadsheet formulas,
 * right-to-left script, characters beyond the basic plane.
 */
public final class Oddities {
    private static final List<String> COMPANIES = List.of(
            "=Nordic Fish",
            "+1 Marine",
            "-30- Press Holdings",
            "@Sea Ventures",
            "\"Bella Vista\" Hotels",
            "Fish, Chips, and More",
            "Smith; Sons & Daughters",
            "O'Neill's Drilling",
            "شركة الخليج للبترول",
            "חברת הנמל",
            "日本海洋開発",
            "𠮷野家フーズ",
            "Ærø & Ålesund Færgefart",
            "Null Island Surveys",
            "N/A Logistics",
            "  Leading Space Cargo",
            "1E5 Chemicals",
            "<b>Bold</b> Broadcasting");
    private static final List<String> SITE_NOTES = List.of(
            " \"North Gate\"",
            ", Bldg. 7",
            " (moved)",
            " – rooftop",
            " / Tank 12",
            " 🛰",
            " no. 3; left door",
            "\tPad B");

    private Oddities() {}

    /**
     * Returns the usual name, or an odd one for every 25th customer, in turn. Even a small network has some of these,
     * and the same ones with any seed.
     */
    static String companyName(int number, String usual) {
        return number % 25 == 7 ? COMPANIES.get(number / 25 % COMPANIES.size()) : usual;
    }

    public static String siteName(Dice dice, String usual) {
        return dice.perMille(30) ? usual + dice.pick(SITE_NOTES) : usual;
    }

    public static String street(Dice dice, String usual) {
        if (dice.perMille(12)) {
            return usual + "\n" + dice.pick(List.of("c/o Site Office", "2nd floor", "Scala B, int. 4", "Gate \"C\""));
        }
        return dice.perMille(25)
                ? usual + ", " + dice.pick(List.of("Unit 4", "P.O. Box 112", "Dock 9", "Km 14.5"))
                : usual;
    }
}
