/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.fleet;

import io.vsatlink.api.duty.SettingDifference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares the settings of containers. */
public record Differences(ContainerSettings settings) {

    /** @param containers the names of those that are compared */
    public List<SettingDifference> among(List<String> containers) {
        return of(settings.of(containers));
    }

    /** Elements that only some have, and settings of which those that have the element have different ones. */
    static List<SettingDifference> of(SortedMap<String, SortedMap<SettingPlace, String>> byContainer) {
        Map<SettingPlace, SortedMap<String, String>> byPlace = new TreeMap<>();
        byContainer.forEach((container, settings) -> settings.forEach((place, value) -> {
            byPlace.computeIfAbsent(place.whole(), key -> new TreeMap<>()).put(container, "");
            byPlace.computeIfAbsent(place, key -> new TreeMap<>()).put(container, value);
        }));
        List<SettingDifference> different = new ArrayList<>();
        byPlace.forEach((place, values) -> {
            SortedMap<String, String> having = byPlace.get(place.whole());
            boolean differs = place.key().isEmpty() ? having.size() < byContainer.size() : differ(values, having);
            if (differs) {
                different.add(new SettingDifference(place.type(), place.element(), place.key(), values));
            }
        });
        return different;
    }

    /** A version of VsatLink may lack a setting that another one has. */
    private static boolean differ(SortedMap<String, String> values, SortedMap<String, String> having) {
        return values.size() < having.size() || new HashSet<>(values.values()).size() > 1;
    }
}
