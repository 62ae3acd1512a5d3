/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import java.util.List;
import java.util.Map;

/** Knows one dataset's fields. Adding a dataset is adding one of these to {@link Network}. */
interface RowMaker {

    String path();

    String keyField();

    Keys keys();

    /** True if the vendor lists this dataset in no order that a reader could rely on. */
    boolean shuffled();

    /** Fields that change in the life of a row, for instance a serial number when a device is replaced. */
    List<String> changeable();

    /** Writes the fields of the n-th row, without the key; the same number and dice give the same fields. */
    void fill(int number, Dice dice, Map<String, Object> fields);

    /** Writes when the row changed last. */
    default void stamp(Dice dice, Map<String, Object> fields) {
        fields.put("lastModified", Stamps.lastModified(dice));
    }
}
