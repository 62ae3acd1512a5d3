/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

/**
 * The number of rows of each dataset, proportional to the circuits; about eight and a half rows per circuit in total.
 */
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
