/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.duty;

class MemoryDutiesTest extends SharedDutiesContract {
    private final MemoryDuties first = new MemoryDuties("noc-1");
    private final MemoryDuties second = first.other("noc-2");

    @Override
    public Duties first() {
        return first;
    }

    @Override
    public Duties second() {
        return second;
    }

    @Override
    public String nameOfTheFirst() {
        return "noc-1";
    }

    @Override
    public void vanish() {
        first.end();
    }

    @Override
    public void stop() {
        first.end();
    }
}
