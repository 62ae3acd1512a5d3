/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

/** Rows of each dataset; all in proportion to the circuits, about eight and a half rows a circuit in all. */
public record Sizes(
        int circuits,
        int customers,
        int locations,
        int devices,
        int contactInfos,
        int outageContacts,
        int locationEquipments,
        int espPirs) {

    public static final int MAX_CIRCUITS = 100_000_000;

    public static Sizes forCircuits(int circuits) {
        if (circuits < 1 || circuits > MAX_CIRCUITS) {
            throw new IllegalArgumentException("circuits must be 1 to " + MAX_CIRCUITS + ", not " + circuits);
        }
        return new Sizes(
                circuits,
                share(circuits, 2),
                share(circuits, 80),
                share(circuits, 300),
                share(circuits, 50),
                share(circuits, 150),
                share(circuits, 60),
                circuits);
    }

    private static int share(int circuits, int percent) {
        return (int) Math.max(1, (long) circuits * percent / 100);
    }
}
