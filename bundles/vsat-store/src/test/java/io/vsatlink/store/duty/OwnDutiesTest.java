/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.duty.DutiesContract;

class OwnDutiesTest extends DutiesContract {
    private final Duties duties = new OwnDuties();

    @Override
    public Duties first() {
        return duties;
    }
}
