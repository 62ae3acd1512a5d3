/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

import java.util.Locale;

/** A customer of the satellite operator. */
public record Company(int number, String name, String legalName, String shortName, City home) {

    public String vrf() {
        return "VRF-" + shortName + "-VSAT";
    }

    public String mailDomain() {
        return shortName.toLowerCase(Locale.ROOT) + ".example";
    }
}
