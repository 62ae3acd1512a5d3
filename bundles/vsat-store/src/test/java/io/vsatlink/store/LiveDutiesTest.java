/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.duty.DutiesContract;
import io.vsatlink.api.duty.MemoryDuties;
import org.junit.jupiter.api.BeforeEach;

class LiveDutiesTest extends DutiesContract {
    private final LiveDuties duties = new LiveDuties();

    @BeforeEach
    void open() {
        duties.use(new MemoryDuties("alone"));
    }

    @Override
    public Duties first() {
        return duties;
    }
}
