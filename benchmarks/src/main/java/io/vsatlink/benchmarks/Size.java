/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

/** The amount of work: a quick look of two minutes, or a full measurement. */
public enum Size {
    /** For the tests of the benchmarks themselves; its figures are meaningless. */
    TINY(1, 500, 500, 2, 50, 500, 500, 100, 200, 40),
    SMOKE(1, 10_000, 20_000, 40, 200, 20_000, 2_000, 3_334, 12_000, 400),
    FULL(5, 200_000, 1_000_000, 400, 200, 1_000_000, 10_000, 3_334, 200_000, 4_000);

    final int rounds;
    /** Rows of the first poll. */
    final int circuits;
    /** Rows of the polls with few changes: enough that the start of the JVM does not dominate. */
    final int known;
    /** Pages of the slow vendor, and its delay. */
    final int slowPages;

    final int latencyMillis;
    /** Rows of the exported table. */
    final int devices;
    /** Circuits of the inventory. */
    final int inventory;
    /** Circuits of the two networks whose memory is compared. */
    final int small;

    final int large;

    /** Ticket requests sent through the outbox. */
    final int requests;

    Size(
            int rounds,
            int circuits,
            int known,
            int slowPages,
            int latencyMillis,
            int devices,
            int inventory,
            int small,
            int large,
            int requests) {
        this.rounds = rounds;
        this.circuits = circuits;
        this.known = known;
        this.slowPages = slowPages;
        this.latencyMillis = latencyMillis;
        this.devices = devices;
        this.inventory = inventory;
        this.small = small;
        this.large = large;
        this.requests = requests;
    }
}
