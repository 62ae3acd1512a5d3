/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.fleet;

import java.util.Comparator;

/** Where a setting is: the element's type and name, and the setting's key. */
record SettingPlace(String type, String element, String key) implements Comparable<SettingPlace> {
    private static final Comparator<SettingPlace> ORDER = Comparator.comparing(SettingPlace::type)
            .thenComparing(SettingPlace::element)
            .thenComparing(SettingPlace::key);

    /** The element itself. */
    SettingPlace whole() {
        return new SettingPlace(type, element, "");
    }

    @Override
    public int compareTo(SettingPlace other) {
        return ORDER.compare(this, other);
    }
}
