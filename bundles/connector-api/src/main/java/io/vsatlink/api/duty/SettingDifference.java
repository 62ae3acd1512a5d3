/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.duty;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A setting that is not the same in all containers that work, or an element that not all of them have.
 *
 * @param type of the element
 * @param element its name; empty for a component that exists only once
 * @param setting its key; empty if only some of the containers have the element
 * @param values by the container's name, as they may be shown: a secret is masked; for a whole element those that have it, with an
 *     empty text
 */
public record SettingDifference(String type, String element, String setting, SortedMap<String, String> values) {

    public SettingDifference {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
