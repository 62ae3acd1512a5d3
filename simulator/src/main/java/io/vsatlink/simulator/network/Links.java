/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.world.Places;
import java.util.ArrayList;
import java.util.List;

/**
 * The relations between rows, computed from row numbers without tables. A block of ten circuits has thirty devices, and
 * a block of four has six outage contacts; some circuits have none, as in real inventories.
 */
final class Links {
    private static final int[] DEVICES_OF_TEN = {4, 4, 2, 3, 4, 1, 4, 0, 4, 4};
    private static final int[] OUTAGE_CONTACTS_OF_FOUR = {2, 3, 1, 0};

    private final Sizes sizes;
    private final Places places;

    Links(Sizes sizes, Places places) {
        this.sizes = sizes;
        this.places = places;
    }

    int circuits() {
        return sizes.circuits();
    }

    /** Five circuits share four locations. The second circuit of a location is its standby. */
    int locationOfCircuit(int circuit) {
        return spread(circuit, sizes.circuits(), sizes.locations());
    }

    boolean isSecondary(int circuit) {
        return circuit > 0 && locationOfCircuit(circuit) == locationOfCircuit(circuit - 1);
    }

    Member device(int number) {
        return member(number, DEVICES_OF_TEN, 30);
    }

    Member outageContact(int number) {
        return member(number, OUTAGE_CONTACTS_OF_FOUR, 6);
    }

    int locationOfEquipment(int number) {
        return spread(number, sizes.locationEquipments(), sizes.locations());
    }

    int locationOfContact(int number) {
        return spread(number, sizes.contactInfos(), sizes.locations());
    }

    static boolean isCustomerWide(int contact) {
        return contact % 5 == 0;
    }

    /**
     * Returns the contact for a circuit: a person of the same customer, near its location; a different one for each
     * priority.
     */
    int contactOf(int circuit, int priority) {
        int location = locationOfCircuit(circuit);
        int nearest = spread(location, sizes.locations(), sizes.contactInfos());
        List<Integer> colleagues = new ArrayList<>();
        for (int step : new int[] {0, 1, -1, 2}) {
            int contact = nearest + step;
            if (contact >= 0
                    && contact < sizes.contactInfos()
                    && places.customerOf(locationOfContact(contact)) == places.customerOf(location)) {
                colleagues.add(contact);
            }
        }
        return colleagues.isEmpty() ? nearest : colleagues.get((priority - 1) % colleagues.size());
    }

    private Member member(int number, int[] membersOf, int blockSize) {
        int owner = number / blockSize * membersOf.length;
        int slot = number % blockSize;
        for (int members : membersOf) {
            if (slot < members) {
                break;
            }
            slot -= members;
            owner++;
        }
        // the last block may be incomplete, and rows added later have numbers beyond the end
        return new Member(owner % sizes.circuits(), slot);
    }

    private static int spread(int number, int of, int over) {
        return (int) Math.min(over - 1L, (long) number * over / of);
    }

    /** Returns the number of the n-th item of a circuit. */
    record Member(int circuit, int slot) {}
}
