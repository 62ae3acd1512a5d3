/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.remote.item.FieldTally;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of a listing that the vendor returns, and those that it returned before. A field that disappears from every row at the same time
 * is a fault of the vendor, which must not empty our column.
 */
public final class FieldMemory {
    /** In fewer rows an optional field may look like a missing one. */
    private static final long ROWS_TO_JUDGE_BY = 20;

    /** The maximum number of unknown fields that are reported. */
    private static final int MOST_UNKNOWN = 100;

    private final ElementMemory memory;
    private final String element;
    private final String connector;
    private final Listing listing;

    /** @param connector prefix of the names in the element's memory */
    public FieldMemory(ElementMemory memory, String element, String connector, Listing listing) {
        this.memory = memory;
        this.element = element;
        this.connector = connector;
        this.listing = listing;
    }

    /** The columns whose old values the last poll kept. */
    Set<String> vanishedBefore() {
        return ofListing(recall("vanished"));
    }

    /** The columns of the listing that were returned before and that no row of a complete pass has any more. */
    Set<String> vanished(FieldTally told, List<String> columns) {
        return ofListing(
                told.items() < ROWS_TO_JUDGE_BY ? recall("vanished") : Drift.gone(told, columns, recall("told")));
    }

    /**
     * Stores the findings of this poll for the next one.
     *
     * @return how the fields differ from those of earlier polls
     */
    Drift remember(FieldTally told, List<String> columns, Set<String> vanished) {
        return remember(told, columns, vanished, false);
    }

    private Drift remember(FieldTally told, List<String> columns, Set<String> vanished, boolean few) {
        Set<String> known = recall("told");
        Set<String> kinds = recall("kinds");
        Set<String> heardOf = recall("unknown");
        Drift drift = Drift.of(told, columns, vanished, new Drift.Known(known, kinds, heardOf), few);
        known.addAll(Drift.told(told, columns));
        keep("told", known);
        keep("vanished", vanished);
        kinds.addAll(Drift.kinds(told, columns));
        keep("kinds", kinds);
        if (heardOf.size() < MOST_UNKNOWN) {
            heardOf.addAll(told.unknown().keySet());
            keep("unknown", heardOf);
        }
        if (few && drift.warning().isEmpty()) {
            return new Drift(drift.note(), warning());
        }
        keepText("drift", drift.warning());
        return drift;
    }

    /** The columns that only the whole listing can show as gone, without those that rows have again. */
    Set<String> stillVanished(FieldTally told, List<String> columns) {
        return Drift.gone(told, columns, vanishedBefore());
    }

    /** As {@link #remember}, after a few rows, which may lack what others have. */
    Drift rememberChanges(FieldTally told, List<String> columns, Set<String> vanished) {
        return remember(told, columns, vanished, true);
    }

    /** Stores which rows of the whole listing were set aside, because changes do not show them again. */
    void setAside(String note) {
        keepText("aside", note);
    }

    /** What {@link #setAside} stored; empty for nothing. */
    String setAside() {
        return memory.recall(element, name("aside")).orElse("");
    }

    /** The warning of the last successful poll; empty for none. */
    public String warning() {
        return memory.recall(element, name("drift")).orElse("");
    }

    /** A column known to an earlier version, or profile, may no longer exist. */
    private Set<String> ofListing(Set<String> names) {
        names.retainAll(listing.columns().stream().map(Column::name).toList());
        return names;
    }

    private Set<String> recall(String list) {
        Optional<String> text = memory.recall(element, name(list));
        return new TreeSet<>(text.isPresent() ? Set.of(text.get().split(",")) : Set.of());
    }

    private void keep(String list, Set<String> names) {
        keepText(list, String.join(",", names));
    }

    private void keepText(String list, String text) {
        Optional<String> kept = text.isEmpty() ? Optional.empty() : Optional.of(text);
        if (!kept.equals(memory.recall(element, name(list)))) {
            memory.remember(element, name(list), kept.orElse(null));
        }
    }

    private String name(String list) {
        return connector + ".columns." + list + "." + listing.key();
    }
}
