/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.inventory;

import java.util.List;
import java.util.Map;

/**
 * A change of the rows of a dataset: a number of random rows of each kind, and given rows by key.
 *
 * @param at the position of added rows in the list
 */
public record Change(
        int add, At at, int change, int remove, Map<String, Map<String, Object>> set, List<String> removeKeys) {

    /**
     * A position in the list. Rows added at the front, or at a random position, move the following rows to later pages.
     */
    public enum At {
        FRONT,
        END,
        ANYWHERE
    }

    /** The keys of the changed rows, in the order of the changes. */
    public record Outcome(List<String> added, List<String> changed, List<String> removed) {}
}
