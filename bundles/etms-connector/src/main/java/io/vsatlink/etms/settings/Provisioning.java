/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.settings;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The provisioning element that the circuits of an ETMS element's tickets belong to: the one that the setting names, or else
 * the only one there is. Circuits of different environments may have the same ids, so no other element is ever searched.
 * Thread-safe if its suppliers are.
 *
 * @param named the setting's value; empty if it is not set
 * @param existing the names of the provisioning elements that exist now
 */
public record Provisioning(Supplier<String> named, Supplier<Set<String>> existing) {

    /** Returns the element's name; empty if there is none, or if several exist and none is named. */
    public String element() {
        Set<String> there = existing.get();
        String name = named.get();
        if (!name.isEmpty()) {
            return there.contains(name) ? name : "";
        }
        return there.size() == 1 ? there.iterator().next() : "";
    }

    /** Returns what must be set, as a sentence; empty if the relation is clear. */
    public String problem() {
        Set<String> there = new TreeSet<>(existing.get());
        String name = named.get();
        if (name.isEmpty()) {
            return there.size() < 2
                    ? ""
                    : "provisioning must be set, because there are several provisioning elements ("
                            + String.join(", ", there)
                            + "): until then, tickets are sent without the data of the circuit";
        }
        return there.contains(name)
                ? ""
                : "provisioning: there is no provisioning element " + name
                        + ": tickets are sent without the data of the circuit";
    }
}
