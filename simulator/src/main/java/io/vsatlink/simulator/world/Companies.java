/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

import io.vsatlink.simulator.chance.Dice;
import java.util.List;
import java.util.Locale;

/** Generates the n-th customer: an industry that uses satellite circuits, and a name from its home country. */
public final class Companies {
    private static final List<String> FIRST = List.of(
            "Nordic",
            "Atlas",
            "Pacific",
            "Southern Cross",
            "Meridian",
            "Blue Harbor",
            "Polar",
            "Andes",
            "Sahara",
            "Golden Gate",
            "Highland",
            "Tri-State",
            "Monsoon",
            "Coral",
            "Iron Ridge",
            "Prairie",
            "Delta",
            "Summit",
            "Baltic",
            "Caribe",
            "Kalahari",
            "Mistral",
            "Orion",
            "Amazônia",
            "Großglockner",
            "Égide",
            "Señorial",
            "Black Sea",
            "Lakeshore",
            "Outback");
    private static final List<String> TRADE = List.of(
            "Offshore Drilling",
            "Fish",
            "Petroleum",
            "Mining",
            "Bank",
            "Fuel Stations",
            "Foods",
            "Hotels & Resorts",
            "Shipping",
            "Cruise Lines",
            "Power & Light",
            "Water Authority",
            "Lottery",
            "Pharmacy",
            "Car Rental",
            "Pipeline",
            "Gold",
            "Telecom",
            "Agri",
            "Logistics",
            "Health Services",
            "Timber",
            "Retail",
            "Airports",
            "Relief Fund",
            "Broadcasting",
            "Wind Energy",
            "Copper");

    private final long seed;
    private final Atlas atlas;

    public Companies(long seed, Atlas atlas) {
        this.seed = seed;
        this.atlas = atlas;
    }

    public Company at(int number) {
        Dice dice = Dice.of(seed, "company", number);
        City home = dice.pick(atlas.cities());
        String first = firstWord(dice, home);
        String trade = dice.pick(TRADE);
        String name = Oddities.companyName(number, first + " " + trade);
        String legalName = name + legalForm(dice, home.country().code());
        return new Company(number, name, legalName, shortName(first, trade, number), home);
    }

    private static String firstWord(Dice dice, City home) {
        if (dice.perMille(250)) {
            return home.name();
        }
        if (dice.perMille(150)) {
            return dice.pick(home.country().language().lastNames()) + " & Sons";
        }
        return dice.pick(FIRST);
    }

    private static String legalForm(Dice dice, String country) {
        return switch (country) {
            case "US" -> dice.pick(List.of(", Inc.", " LLC", " Corp."));
            case "CA" -> dice.pick(List.of(" Inc.", " Ltée"));
            case "GB", "IE", "NG", "KE", "GH" -> dice.pick(List.of(" Ltd", " plc"));
            case "AU", "ZA", "SG", "MY", "NA" -> " Pty Ltd";
            case "DE", "AT", "CH" -> dice.pick(List.of(" GmbH", " AG", " GmbH & Co. KG"));
            case "IT" -> dice.pick(List.of(" S.p.A.", " S.r.l."));
            case "FR", "BE", "SN", "CI", "MA", "CM" -> dice.pick(List.of(" S.A.", " SARL"));
            case "BR", "PT", "AO", "MZ" -> dice.pick(List.of(" S.A.", " Lda.", " Ltda."));
            case "NO", "DK" -> dice.pick(List.of(" AS", " A/S"));
            case "SE", "FI" -> dice.pick(List.of(" AB", " Oy"));
            case "NL" -> " B.V.";
            case "PL" -> " Sp. z o.o.";
            case "TR" -> " A.Ş.";
            case "JP" -> " K.K.";
            default -> dice.pick(List.of(" S.A.", " Ltd.", " Co., Ltd."));
        };
    }

    /** ASCII capitals, because they are a part of host and VRF names; the number makes it unique. */
    private static String shortName(String first, String trade, int number) {
        StringBuilder letters = new StringBuilder();
        String source = (first + trade).toUpperCase(Locale.ROOT);
        for (int i = 0; i < source.length() && letters.length() < 4; i++) {
            char c = source.charAt(i);
            if (c >= 'A' && c <= 'Z' && (letters.length() == 0 || "AEIOU".indexOf(c) < 0)) {
                letters.append(c);
            }
        }
        return letters.append(number + 1).toString();
    }
}
