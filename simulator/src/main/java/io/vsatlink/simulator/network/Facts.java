/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import io.vsatlink.simulator.world.Atlas;
import io.vsatlink.simulator.world.Companies;
import io.vsatlink.simulator.world.Company;
import io.vsatlink.simulator.world.Place;
import io.vsatlink.simulator.world.Places;
import java.util.List;
import java.util.Locale;

/** Facts that several datasets share. All of them read them here, so that they are consistent. */
final class Facts {
    private static final List<String> NMS = List.of(
            "iDirect Pulse",
            "iDirect Pulse",
            "iDirect Evolution",
            "Hughes Jupiter",
            "Hughes Jupiter",
            "Gilat SkyEdge IV",
            "ST Engineering Dialog",
            "Comtech UHP");

    private final long seed;
    private final Companies companies;
    private final Places places;
    private final Links links;
    private final Atlas atlas;

    Facts(long seed, Sizes sizes, Atlas atlas) {
        this.seed = seed;
        this.atlas = atlas;
        companies = new Companies(seed, atlas);
        places = new Places(seed, sizes.locations(), sizes.customers(), companies, atlas);
        links = new Links(sizes, places);
    }

    Links links() {
        return links;
    }

    Atlas atlas() {
        return atlas;
    }

    Company company(int customer) {
        return companies.at(customer);
    }

    Place place(int location) {
        return places.at(location);
    }

    Line line(int circuit) {
        Place place = place(links.locationOfCircuit(circuit));
        boolean secondary = links.isSecondary(circuit);
        String nms = Dice.of(seed, "line", circuit).pick(NMS);
        String host = (place.code() + "-" + place.company().shortName() + (secondary ? "-r2" : "-r1"))
                .toLowerCase(Locale.ROOT);
        return new Line(circuit, place, nms, host + ".vsat.example.net", secondary);
    }

    /** Returns a private address: the first usable one of the circuit's own /29, as in a planned network. */
    static String managementIp(int circuit) {
        int host = circuit * 8 + 2;
        return "10." + (host >>> 16 & 0xFF) + "." + (host >>> 8 & 0xFF) + "." + (host & 0xFF);
    }
}
