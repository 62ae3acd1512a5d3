/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.inventory;

import java.util.List;
import java.util.Map;

/**
 * What shall happen to the rows of a dataset: so many of each kind, wherever chance falls, and given ones by key.
 *
 * @param at where added rows appear in the list
 */
public record Change(
        int add, At at, int change, int remove, Map<String, Map<String, Object>> set, List<String> removeKeys) {

    /** A place in the list. Rows added at the front, or anywhere, shift those behind them to later pages. */
    public enum At {
        FRONT,
        END,
        ANYWHERE
    }

    /** The keys to which it happened, in the order in which it did. */
    public record Outcome(List<String> added, List<String> changed, List<String> removed) {}
}
