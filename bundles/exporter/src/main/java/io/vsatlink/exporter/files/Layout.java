/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import io.vsatlink.api.dataset.Dataset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The files of a set, and their format.
 *
 * @param formats each dataset is written in all of them
 * @param formulaGuard whether CSV protects texts from being read as formulas
 * @param readers the users who may read them
 */
public record Layout(Set<Format> formats, boolean formulaGuard, Readers readers) {
    static final String INVENTORY = "inventory.json";

    public Layout {
        formats = Set.copyOf(formats);
    }

    /** The names that the manifest of such a set lists. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Dataset dataset : Dataset.values()) {
            inOrder().forEach(format -> names.add(format.fileName(dataset)));
        }
        names.add(INVENTORY);
        return names;
    }

    /** The formats, always in the same order. */
    Set<Format> inOrder() {
        return EnumSet.copyOf(formats);
    }

    /** All possible names of our files: nothing else is ever removed. */
    static Set<String> namesOfOurs() {
        Set<String> names = new Layout(Set.copyOf(Arrays.asList(Format.values())), true, Readers.OWNER).names();
        names.add(Manifest.NAME);
        return names;
    }
}
