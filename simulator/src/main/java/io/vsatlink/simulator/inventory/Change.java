package io.vsatlink.simulator.inventory;

import java.util.List;
import java.util.Map;

/** What shall happen to the rows of a dataset: so many of each kind, wherever chance falls, and given ones by key. */
public record Change(int add, int change, int remove, Map<String, Map<String, Object>> set, List<String> removeKeys) {

    /** The keys to which it happened, in the order in which it did. */
    public record Outcome(List<String> added, List<String> changed, List<String> removed) {}
}
