package io.vsatlink.simulator.network;

import io.vsatlink.simulator.world.Atlas;
import java.util.List;

/** The whole made-up network: the vendor's eight datasets. Immutable; a million circuits take no more memory than one. */
public record Network(List<Dataset> datasets) {

    public Network {
        datasets = List.copyOf(datasets);
    }

    public static Network generate(long seed, Sizes sizes) {
        Facts facts = new Facts(seed, sizes, new Atlas());
        return new Network(List.of(
                new Dataset(seed, sizes.circuits(), new CircuitRows(facts)),
                new Dataset(seed, sizes.customers(), new CustomerRows(facts)),
                new Dataset(seed, sizes.locations(), new LocationRows(facts)),
                new Dataset(seed, sizes.devices(), new DeviceRows(facts)),
                new Dataset(seed, sizes.contactInfos(), new ContactInfoRows(facts)),
                new Dataset(seed, sizes.outageContacts(), new OutageContactRows(facts)),
                new Dataset(seed, sizes.locationEquipments(), new LocationEquipmentRows(facts)),
                new Dataset(seed, sizes.espPirs(), new EspPirRows(facts))));
    }
}
