/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Vendor;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Changes at the vendor before and during polls. */
final class VendorLife {
    /** More rows of {@link #HELD} than the deletion limit allows. */
    private static final int MANY = 510;

    /** The dataset that loses many rows at once from time to time. */
    static final Dataset HELD = Dataset.DEVICES;

    private final Vendor vendor;
    private final Random random;

    VendorLife(Vendor vendor, Random random) {
        this.vendor = vendor;
        this.random = random;
    }

    /** Adds, changes and removes a few rows of a few datasets. */
    void work() throws Exception {
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            change(any(), random.nextInt(8), random.nextInt(30), random.nextInt(8));
        }
    }

    /**
     * Changes rows while pages are read, until {@link #rest}.
     *
     * @return the affected datasets
     */
    Set<Dataset> workOn() throws Exception {
        Dataset dataset = any();
        vendor.churn("{\"path\":\"%s\",\"perPage\":2,\"pages\":6,\"at\":\"%s\"}"
                .formatted(Vendor.path(dataset), random.nextBoolean() ? "front" : "anywhere"));
        return EnumSet.of(dataset);
    }

    void rest() throws Exception {
        vendor.endChurn();
    }

    void loseMany() throws Exception {
        change(HELD, 0, 0, MANY);
    }

    void regainMany() throws Exception {
        change(HELD, MANY, 0, 0);
    }

    private void change(Dataset dataset, int add, int change, int remove) throws Exception {
        vendor.change(dataset, "{\"add\":%d,\"change\":%d,\"remove\":%d}".formatted(add, change, remove));
    }

    private Dataset any() {
        List<Dataset> all = List.of(Dataset.values());
        return all.get(random.nextInt(all.size()));
    }
}
