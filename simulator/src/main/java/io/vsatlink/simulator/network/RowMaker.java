/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import java.util.List;
import java.util.Map;

/** Generates the fields of one dataset. A new dataset requires one implementation and its entry in {@link Network}. */
interface RowMaker {

    String path();

    String keyField();

    Keys keys();

    /** Returns whether the vendor lists this dataset in no defined order. */
    boolean shuffled();

    /**
     * Returns the fields that change during the life of a row, for instance a serial number when a device is replaced.
     */
    List<String> changeable();

    /** Writes the fields of the n-th row, without the key. The same number and dice result in the same fields. */
    void fill(int number, Dice dice, Map<String, Object> fields);

    /** Writes the time of the row's last change. */
    default void stamp(Dice dice, Map<String, Object> fields) {
        fields.put("lastModified", Stamps.lastModified(dice));
    }
}
