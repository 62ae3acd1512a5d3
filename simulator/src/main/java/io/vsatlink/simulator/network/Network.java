/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.world.Atlas;
import java.util.List;

/**
 * The complete generated network: the vendor's eight datasets and the trouble tickets. Immutable; a million circuits
 * need no more memory than one.
 */
public final class Network {
    private final long seed;
    private final Facts facts;
    private final Dataset customers;
    private final Dataset locations;
    private final Dataset contacts;
    private final List<Dataset> datasets;

    private Network(long seed, Sizes sizes) {
        this.seed = seed;
        facts = new Facts(seed, sizes, new Atlas());
        customers = new Dataset(seed, sizes.customers(), new CustomerRows(facts));
        locations = new Dataset(seed, sizes.locations(), new LocationRows(facts));
        contacts = new Dataset(seed, sizes.contactInfos(), new ContactInfoRows(facts));
        datasets = List.of(
                new Dataset(seed, sizes.circuits(), new CircuitRows(facts)),
                customers,
                locations,
                new Dataset(seed, sizes.devices(), new DeviceRows(facts)),
                contacts,
                new Dataset(seed, sizes.outageContacts(), new OutageContactRows(facts)),
                new Dataset(seed, sizes.locationEquipments(), new LocationEquipmentRows(facts)),
                new Dataset(seed, sizes.espPirs(), new EspPirRows(facts)));
    }

    public static Network generate(long seed, Sizes sizes) {
        return new Network(seed, sizes);
    }

    public List<Dataset> datasets() {
        return datasets;
    }

    /** Returns this number of trouble tickets, the oldest first. */
    public Dataset tickets(int size) {
        return new Dataset(seed, size, new TicketRows(facts, customers, locations, contacts));
    }
}
